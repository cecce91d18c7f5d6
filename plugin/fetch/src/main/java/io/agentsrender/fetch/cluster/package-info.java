/** What is read from the cluster that this process runs in. */
@NullMarked
package io.agentsrender.fetch.cluster;

import org.jspecify.annotations.NullMarked;
