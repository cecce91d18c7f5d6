/** Registries: the distribution protocol, as far as charts need it. */
@NullMarked
package io.agentsrender.fetch.oci;

import org.jspecify.annotations.NullMarked;
