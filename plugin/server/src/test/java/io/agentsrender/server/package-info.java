@NullMarked
package io.agentsrender.server;

import org.jspecify.annotations.NullMarked;
