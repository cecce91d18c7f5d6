/** The layouts of times, and the texts their parts are found in (time/format.go). */
@NullMarked
package io.agentsrender.gotemplate.time.layout;

import org.jspecify.annotations.NullMarked;
