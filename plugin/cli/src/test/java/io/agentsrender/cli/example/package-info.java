/** The example repository in the world of the requirement documents. */
@NullMarked
package io.agentsrender.cli.example;

import org.jspecify.annotations.NullMarked;
