/**
 * Values on their way from files and flags to templates: trees that are merged as Helm merges its
 * Go maps, and in which every value knows the place that set it.
 */
@NullMarked
package io.agentsrender.helm.values;

import org.jspecify.annotations.NullMarked;
