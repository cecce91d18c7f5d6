@NullMarked
package io.agentsrender.source;

import org.jspecify.annotations.NullMarked;
