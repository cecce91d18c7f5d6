/** The syntax of Go templates: text to trees (Go's package text/template/parse). */
@NullMarked
package io.agentsrender.gotemplate.parse;

import org.jspecify.annotations.NullMarked;
