/** Deployments become Argo Rollouts. */
@NullMarked
package io.agentsrender.policy.rollout;

import org.jspecify.annotations.NullMarked;
