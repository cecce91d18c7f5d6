@NullMarked
package io.agentsrender.gotemplate.crypto;

import org.jspecify.annotations.NullMarked;
