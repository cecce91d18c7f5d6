/** What a repository says about itself as a whole, in {@code agents-render.yaml} at its root. */
@NullMarked
package io.agentsrender.gitops.repository;

import org.jspecify.annotations.NullMarked;
