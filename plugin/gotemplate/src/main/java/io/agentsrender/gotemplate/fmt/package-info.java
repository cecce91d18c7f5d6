/** Text from values and values from text, as Go's packages fmt and strconv do it. */
@NullMarked
package io.agentsrender.gotemplate.fmt;

import org.jspecify.annotations.NullMarked;
