/**
 * Go values and their types, as reflection shows them to templates. A value knows its type and a
 * type its values, as in Go, and so they stand together.
 */
@NullMarked
package io.agentsrender.gotemplate.value;

import org.jspecify.annotations.NullMarked;
