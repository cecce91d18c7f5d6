@NullMarked
package io.agentsrender.source.budget;

import org.jspecify.annotations.NullMarked;
