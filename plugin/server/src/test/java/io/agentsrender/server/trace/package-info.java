@NullMarked
package io.agentsrender.server.trace;

import org.jspecify.annotations.NullMarked;
