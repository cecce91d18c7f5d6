/** From a folder or an archive to a {@link io.agentsrender.helm.chart.Chart}. */
@NullMarked
package io.agentsrender.helm.load;

import org.jspecify.annotations.NullMarked;
