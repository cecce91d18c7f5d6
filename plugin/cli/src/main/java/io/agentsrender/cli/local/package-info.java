/** What a command finds on this machine. */
@NullMarked
package io.agentsrender.cli.local;

import org.jspecify.annotations.NullMarked;
