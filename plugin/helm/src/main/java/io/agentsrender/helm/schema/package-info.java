/** Checks the values of a chart against its {@code values.schema.json}. */
@NullMarked
package io.agentsrender.helm.schema;

import org.jspecify.annotations.NullMarked;
