/** What a render may ask the outside for; without an answer it is refused. */
@NullMarked
package io.agentsrender.source.port;

import org.jspecify.annotations.NullMarked;
