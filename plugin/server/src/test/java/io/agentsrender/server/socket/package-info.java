@NullMarked
package io.agentsrender.server.socket;

import org.jspecify.annotations.NullMarked;
