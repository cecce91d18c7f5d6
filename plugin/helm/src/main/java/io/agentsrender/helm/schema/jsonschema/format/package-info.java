/** The formats of texts that the keyword {@code format} names (jsonschema/format.go). */
@NullMarked
package io.agentsrender.helm.schema.jsonschema.format;

import org.jspecify.annotations.NullMarked;
