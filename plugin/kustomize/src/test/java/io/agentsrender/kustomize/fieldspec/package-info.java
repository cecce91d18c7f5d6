@NullMarked
package io.agentsrender.kustomize.fieldspec;

import org.jspecify.annotations.NullMarked;
