/** Applications of Argo CD: where they come from, what they say, and in which order they go. */
@NullMarked
package io.agentsrender.gitops.application;

import org.jspecify.annotations.NullMarked;
