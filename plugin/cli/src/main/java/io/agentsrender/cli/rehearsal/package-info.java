/** A sync played through in one process, for what wants to have seen one. */
@NullMarked
package io.agentsrender.cli.rehearsal;

import org.jspecify.annotations.NullMarked;
