/**
 * What a render will do: decided by what is at the application's path, before anything is rendered.
 */
@NullMarked
package io.agentsrender.render.plan;

import org.jspecify.annotations.NullMarked;
