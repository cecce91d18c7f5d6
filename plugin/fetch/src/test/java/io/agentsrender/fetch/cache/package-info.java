@NullMarked
package io.agentsrender.fetch.cache;

import org.jspecify.annotations.NullMarked;
