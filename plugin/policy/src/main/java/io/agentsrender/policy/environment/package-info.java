/** The environment of a component against that of all components. */
@NullMarked
package io.agentsrender.policy.environment;

import org.jspecify.annotations.NullMarked;
