/** The engine: a request becomes a plan, and the plan a result. */
@NullMarked
package io.agentsrender.render;

import org.jspecify.annotations.NullMarked;
