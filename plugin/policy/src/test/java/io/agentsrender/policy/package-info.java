/** Tests of the policies. */
@NullMarked
package io.agentsrender.policy;

import org.jspecify.annotations.NullMarked;
