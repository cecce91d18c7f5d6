/** What compiled schemas consist of, and how they are applied to values. */
@NullMarked
package io.agentsrender.helm.schema.jsonschema.keyword;

import org.jspecify.annotations.NullMarked;
