@NullMarked
package io.agentsrender.fetch.access;

import org.jspecify.annotations.NullMarked;
