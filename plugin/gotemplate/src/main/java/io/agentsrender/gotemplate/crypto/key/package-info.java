/** Private keys, made and read as Go does. */
@NullMarked
package io.agentsrender.gotemplate.crypto.key;

import org.jspecify.annotations.NullMarked;
