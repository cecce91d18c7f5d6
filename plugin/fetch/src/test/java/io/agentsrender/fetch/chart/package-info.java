@NullMarked
package io.agentsrender.fetch.chart;

import org.jspecify.annotations.NullMarked;
