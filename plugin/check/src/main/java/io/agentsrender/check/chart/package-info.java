/** Rules over charts. */
@NullMarked
package io.agentsrender.check.chart;

import org.jspecify.annotations.NullMarked;
