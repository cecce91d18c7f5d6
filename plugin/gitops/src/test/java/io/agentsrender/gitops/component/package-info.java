@NullMarked
package io.agentsrender.gitops.component;

import org.jspecify.annotations.NullMarked;
