/** The recorded answers of the real tools to commands over the example repository. */
@NullMarked
package io.agentsrender.cli.golden;

import org.jspecify.annotations.NullMarked;
