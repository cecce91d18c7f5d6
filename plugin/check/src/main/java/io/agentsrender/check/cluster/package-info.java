/** Rules over what the cluster takes. */
@NullMarked
package io.agentsrender.check.cluster;

import org.jspecify.annotations.NullMarked;
