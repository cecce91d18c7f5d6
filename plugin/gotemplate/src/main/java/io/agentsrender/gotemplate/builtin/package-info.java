/** The functions that every Go template has (text/template/funcs.go). */
@NullMarked
package io.agentsrender.gotemplate.builtin;

import org.jspecify.annotations.NullMarked;
