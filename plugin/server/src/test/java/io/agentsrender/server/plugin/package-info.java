@NullMarked
package io.agentsrender.server.plugin;

import org.jspecify.annotations.NullMarked;
