/** Whether a sidecar is set up so that a repo-server finds it. */
@NullMarked
package io.agentsrender.server.doctor;

import org.jspecify.annotations.NullMarked;
