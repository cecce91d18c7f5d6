/** Patches of one object: strategic merge as kyaml does it, and JSON patch (RFC 6902). */
@NullMarked
package io.agentsrender.kustomize.patch;

import org.jspecify.annotations.NullMarked;
