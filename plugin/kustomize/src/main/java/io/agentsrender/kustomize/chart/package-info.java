/** Charts inside kustomizations: what a renderer of charts is asked for, and with which values. */
@NullMarked
package io.agentsrender.kustomize.chart;

import org.jspecify.annotations.NullMarked;
