/** Helmfiles, read as data: nothing of them is applied. */
@NullMarked
package io.agentsrender.gitops.helmfile;

import org.jspecify.annotations.NullMarked;
