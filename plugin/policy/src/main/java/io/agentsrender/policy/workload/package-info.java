/** Pods, containers and components as workloads have them. */
@NullMarked
package io.agentsrender.policy.workload;

import org.jspecify.annotations.NullMarked;
