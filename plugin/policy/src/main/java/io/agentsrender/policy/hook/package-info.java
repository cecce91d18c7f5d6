/** Helm hooks as Argo CD takes them. */
@NullMarked
package io.agentsrender.policy.hook;

import org.jspecify.annotations.NullMarked;
