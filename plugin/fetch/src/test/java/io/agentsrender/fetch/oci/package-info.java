@NullMarked
package io.agentsrender.fetch.oci;

import org.jspecify.annotations.NullMarked;
