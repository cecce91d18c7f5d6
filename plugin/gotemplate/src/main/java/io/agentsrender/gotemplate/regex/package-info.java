/**
 * Go's package regexp over byte strings: RE2 expressions, which take time linear in the text, run
 * by the library re2j under the budget of the render.
 */
@NullMarked
package io.agentsrender.gotemplate.regex;

import org.jspecify.annotations.NullMarked;
