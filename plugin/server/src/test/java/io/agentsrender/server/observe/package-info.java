@NullMarked
package io.agentsrender.server.observe;

import org.jspecify.annotations.NullMarked;
