@NullMarked
package io.agentsrender.kustomize;

import org.jspecify.annotations.NullMarked;
