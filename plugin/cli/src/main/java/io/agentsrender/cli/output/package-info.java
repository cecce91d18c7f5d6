/** How results are written. */
@NullMarked
package io.agentsrender.cli.output;

import org.jspecify.annotations.NullMarked;
