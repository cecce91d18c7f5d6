@NullMarked
package io.agentsrender.server.intake;

import org.jspecify.annotations.NullMarked;
