/** What generators give: parameters, selected and merged. */
@NullMarked
package io.agentsrender.gitops.applicationset.generator.parameter;

import org.jspecify.annotations.NullMarked;
