@NullMarked
package io.agentsrender.fetch.index;

import org.jspecify.annotations.NullMarked;
