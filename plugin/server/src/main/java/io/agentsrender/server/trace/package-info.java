/** Traces of calls for OpenTelemetry, which join those of the repo-server. */
@NullMarked
package io.agentsrender.server.trace;

import org.jspecify.annotations.NullMarked;
