/** Recorded answers of Go's text/template and fmt, and the values and functions they were given. */
@NullMarked
package io.agentsrender.gotemplate.oracle;

import org.jspecify.annotations.NullMarked;
