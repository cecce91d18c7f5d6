/**
 * The versions of Helm that can be matched exactly, and how they differ: rules of null values, the
 * schema library, what they know of Kubernetes, their wording.
 */
@NullMarked
package io.agentsrender.helm.profile;

import org.jspecify.annotations.NullMarked;
