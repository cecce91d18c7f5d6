@NullMarked
package io.agentsrender.gitops.ref;

import org.jspecify.annotations.NullMarked;
