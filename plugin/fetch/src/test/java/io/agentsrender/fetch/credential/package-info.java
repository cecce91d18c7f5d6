@NullMarked
package io.agentsrender.fetch.credential;

import org.jspecify.annotations.NullMarked;
