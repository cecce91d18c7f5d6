/** The commands, one class each. */
@NullMarked
package io.agentsrender.cli.command;

import org.jspecify.annotations.NullMarked;
