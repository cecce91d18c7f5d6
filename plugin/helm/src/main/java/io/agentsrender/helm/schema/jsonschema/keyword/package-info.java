/**
 * What compiled schemas consist of, and how they are applied to values. A keyword applies schemas,
 * and a schema its keywords, and so they stand together.
 */
@NullMarked
package io.agentsrender.helm.schema.jsonschema.keyword;

import org.jspecify.annotations.NullMarked;
