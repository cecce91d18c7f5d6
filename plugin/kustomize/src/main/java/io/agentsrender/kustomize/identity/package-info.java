/** What a resource is known by: group, version, kind, name and namespace. */
@NullMarked
package io.agentsrender.kustomize.identity;

import org.jspecify.annotations.NullMarked;
