@NullMarked
package io.agentsrender.fetch;

import org.jspecify.annotations.NullMarked;
