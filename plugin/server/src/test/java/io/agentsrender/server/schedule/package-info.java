@NullMarked
package io.agentsrender.server.schedule;

import org.jspecify.annotations.NullMarked;
