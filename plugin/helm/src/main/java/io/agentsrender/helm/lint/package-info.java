/** What {@code helm lint} says of a chart (pkg/lint): the same rules, the same words. */
@NullMarked
package io.agentsrender.helm.lint;

import org.jspecify.annotations.NullMarked;
