/** ApplicationSets, and what Argo CD makes of them. */
@NullMarked
package io.agentsrender.gitops.applicationset;

import org.jspecify.annotations.NullMarked;
