/** The kustomization file: its fields, how they are read, and how an application overrides them. */
@NullMarked
package io.agentsrender.kustomize.kustomization;

import org.jspecify.annotations.NullMarked;
