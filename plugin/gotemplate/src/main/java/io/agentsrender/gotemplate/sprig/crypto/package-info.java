/** Digests, keys, certificates and what is random. */
@NullMarked
package io.agentsrender.gotemplate.sprig.crypto;

import org.jspecify.annotations.NullMarked;
