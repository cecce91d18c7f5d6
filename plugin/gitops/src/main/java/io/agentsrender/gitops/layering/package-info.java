/** Layers of values: which value files a component takes in which environment, weakest first. */
@NullMarked
package io.agentsrender.gitops.layering;

import org.jspecify.annotations.NullMarked;
