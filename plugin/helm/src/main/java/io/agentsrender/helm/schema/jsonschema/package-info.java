/**
 * JSON Schema as github.com/santhosh-tekuri/jsonschema v6 has it, which Helm uses since 3.18.5: the
 * same refusals in the same words.
 */
@NullMarked
package io.agentsrender.helm.schema.jsonschema;

import org.jspecify.annotations.NullMarked;
