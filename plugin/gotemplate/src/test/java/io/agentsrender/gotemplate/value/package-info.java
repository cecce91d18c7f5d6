@NullMarked
package io.agentsrender.gotemplate.value;

import org.jspecify.annotations.NullMarked;
