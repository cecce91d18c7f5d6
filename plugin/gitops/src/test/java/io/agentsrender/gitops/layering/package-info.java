@NullMarked
package io.agentsrender.gitops.layering;

import org.jspecify.annotations.NullMarked;
