/** Servers on the loopback interface, for tests. */
@NullMarked
package io.agentsrender.fetch.servers;

import org.jspecify.annotations.NullMarked;
