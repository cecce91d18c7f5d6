/** The flags that commands share, and what they come to. */
@NullMarked
package io.agentsrender.cli.flag;

import org.jspecify.annotations.NullMarked;
