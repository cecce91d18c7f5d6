/** The generators of ApplicationSets: each gives lists of parameters. */
@NullMarked
package io.agentsrender.gitops.applicationset.generator;

import org.jspecify.annotations.NullMarked;
