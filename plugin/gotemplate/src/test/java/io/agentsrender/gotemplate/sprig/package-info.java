@NullMarked
package io.agentsrender.gotemplate.sprig;

import org.jspecify.annotations.NullMarked;
