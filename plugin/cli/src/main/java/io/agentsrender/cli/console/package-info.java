/** Where a command writes, and how it ends. */
@NullMarked
package io.agentsrender.cli.console;

import org.jspecify.annotations.NullMarked;
