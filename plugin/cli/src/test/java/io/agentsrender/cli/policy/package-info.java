/** Policies as {@code render} applies them to the example repository. */
@NullMarked
package io.agentsrender.cli.policy;

import org.jspecify.annotations.NullMarked;
