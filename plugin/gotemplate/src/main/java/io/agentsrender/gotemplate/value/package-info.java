/** Go values and their types, as reflection shows them to templates. */
@NullMarked
package io.agentsrender.gotemplate.value;

import org.jspecify.annotations.NullMarked;
