/** Functions over text. */
@NullMarked
package io.agentsrender.gotemplate.sprig.text;

import org.jspecify.annotations.NullMarked;
