/** The JSON Schemas of the files that people write, for their editors. */
@NullMarked
package io.agentsrender.gitops.schema;

import org.jspecify.annotations.NullMarked;
