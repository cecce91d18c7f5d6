/** When renders run: a bounded pool that is fair between applications, and their deadlines. */
@NullMarked
package io.agentsrender.server.schedule;

import org.jspecify.annotations.NullMarked;
