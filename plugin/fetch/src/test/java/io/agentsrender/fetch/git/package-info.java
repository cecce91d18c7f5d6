@NullMarked
package io.agentsrender.fetch.git;

import org.jspecify.annotations.NullMarked;
