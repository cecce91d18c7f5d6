/** What a render may use up, and what it has used. */
@NullMarked
package io.agentsrender.source.budget;

import org.jspecify.annotations.NullMarked;
