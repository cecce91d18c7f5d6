/**
 * What Go's package strings and the libraries under Sprig do with text: cases, words, trimming,
 * splitting, wrapping, paths. All strings are byte strings.
 */
@NullMarked
package io.agentsrender.gotemplate.text;

import org.jspecify.annotations.NullMarked;
