@NullMarked
package io.agentsrender.server.archive;

import org.jspecify.annotations.NullMarked;
