/**
 * The template functions of the library Sprig, as Helm offers them: without those that read the
 * environment, and before Helm's own, some of which take their places.
 */
@NullMarked
package io.agentsrender.gotemplate.sprig;

import org.jspecify.annotations.NullMarked;
