@NullMarked
package io.agentsrender.gotemplate.exec;

import org.jspecify.annotations.NullMarked;
