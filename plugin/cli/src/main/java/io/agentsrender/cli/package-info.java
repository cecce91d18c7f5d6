/** The command line: option parsing, a call into the libraries, and an exit code. */
@NullMarked
package io.agentsrender.cli;

import org.jspecify.annotations.NullMarked;
