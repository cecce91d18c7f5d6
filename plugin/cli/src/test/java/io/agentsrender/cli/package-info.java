@NullMarked
package io.agentsrender.cli;

import org.jspecify.annotations.NullMarked;
