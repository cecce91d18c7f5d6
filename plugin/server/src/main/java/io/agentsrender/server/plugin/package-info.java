/**
 * What a plugin says of itself: its name, which applications it takes for its own, and which
 * parameters it announces; read from the same {@code plugin.yaml} as the official server reads.
 */
@NullMarked
package io.agentsrender.server.plugin;

import org.jspecify.annotations.NullMarked;
