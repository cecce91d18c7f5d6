/**
 * Which fields of which kinds a transformer changes: the built-in tables, what kustomizations add
 * to them, and the walk to the fields.
 */
@NullMarked
package io.agentsrender.kustomize.fieldspec;

import org.jspecify.annotations.NullMarked;
