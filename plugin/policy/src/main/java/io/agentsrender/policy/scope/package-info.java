/** Which settings hold for which objects of a render, and what a policy is. */
@NullMarked
package io.agentsrender.policy.scope;

import org.jspecify.annotations.NullMarked;
