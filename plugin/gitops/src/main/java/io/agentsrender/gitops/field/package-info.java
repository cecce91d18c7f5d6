/** Reads the fields of a configuration file with their types and places. */
@NullMarked
package io.agentsrender.gitops.field;

import org.jspecify.annotations.NullMarked;
