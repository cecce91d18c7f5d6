/** The rules of the house, held against the compiled classes of all modules. */
@NullMarked
package io.agentsrender.cli.house;

import org.jspecify.annotations.NullMarked;
