/** Checksums of configuration in the annotations of the pods that use it. */
@NullMarked
package io.agentsrender.policy.checksum;

import org.jspecify.annotations.NullMarked;
