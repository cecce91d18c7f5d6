/**
 * JSON Schema as github.com/xeipuuv/gojsonschema has it, which Helm used until 3.18.4: drafts 4, 6
 * and 7, and a mixture of them where a schema does not say which it is.
 */
@NullMarked
package io.agentsrender.helm.schema.gojsonschema;

import org.jspecify.annotations.NullMarked;
