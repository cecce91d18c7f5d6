/** Who asks: user names, tokens and keys, and where they are mounted. */
@NullMarked
package io.agentsrender.fetch.credential;

import org.jspecify.annotations.NullMarked;
