/** A chart as it was loaded: immutable, shared between renders. */
@NullMarked
package io.agentsrender.helm.chart;

import org.jspecify.annotations.NullMarked;
