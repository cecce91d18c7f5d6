/** Charts from wherever they are, and the charts they depend on. */
@NullMarked
package io.agentsrender.fetch.chart;

import org.jspecify.annotations.NullMarked;
