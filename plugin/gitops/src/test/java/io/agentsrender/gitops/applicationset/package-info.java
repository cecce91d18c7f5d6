@NullMarked
package io.agentsrender.gitops.applicationset;

import org.jspecify.annotations.NullMarked;
