@NullMarked
package io.agentsrender.render.chart;

import org.jspecify.annotations.NullMarked;
