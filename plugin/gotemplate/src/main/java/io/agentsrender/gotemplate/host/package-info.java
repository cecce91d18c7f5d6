/** The one place where a template could meet the world: clock, randomness, names, environment. */
@NullMarked
package io.agentsrender.gotemplate.host;

import org.jspecify.annotations.NullMarked;
