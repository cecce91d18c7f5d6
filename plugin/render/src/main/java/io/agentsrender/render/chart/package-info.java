/** From a chart and the values of its release to objects. */
@NullMarked
package io.agentsrender.render.chart;

import org.jspecify.annotations.NullMarked;
