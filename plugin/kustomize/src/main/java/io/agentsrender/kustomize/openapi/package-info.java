/**
 * What the Kubernetes API's own description says about objects: which lists merge by which keys,
 * and which types are bound to a namespace.
 */
@NullMarked
package io.agentsrender.kustomize.openapi;

import org.jspecify.annotations.NullMarked;
