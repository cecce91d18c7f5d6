@NullMarked
package io.agentsrender.gotemplate.fmt;

import org.jspecify.annotations.NullMarked;
