/** What a repository deploys and from where: its components and the releases of its Helmfiles. */
@NullMarked
package io.agentsrender.gitops.inventory;

import org.jspecify.annotations.NullMarked;
