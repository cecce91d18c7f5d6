/** Functions that templates call: their Go signatures, their arguments, and what they may ask. */
@NullMarked
package io.agentsrender.gotemplate.function;

import org.jspecify.annotations.NullMarked;
