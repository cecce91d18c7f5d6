/** The rules of check, held against recorded examples and their pages. */
@NullMarked
package io.agentsrender.cli.check;

import org.jspecify.annotations.NullMarked;
