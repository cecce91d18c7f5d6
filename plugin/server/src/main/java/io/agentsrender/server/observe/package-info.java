/** What the server tells of its work: one line of log for each render, and counters. */
@NullMarked
package io.agentsrender.server.observe;

import org.jspecify.annotations.NullMarked;
