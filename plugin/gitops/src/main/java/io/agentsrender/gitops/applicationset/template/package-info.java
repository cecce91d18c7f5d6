/** Fills in the templates of ApplicationSets, text by text. */
@NullMarked
package io.agentsrender.gitops.applicationset.template;

import org.jspecify.annotations.NullMarked;
