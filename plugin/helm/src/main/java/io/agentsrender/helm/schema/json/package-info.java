/**
 * JSON values as both schema libraries see them: {@code null}, {@link Boolean}, {@link
 * io.agentsrender.helm.schema.json.ExactNumber}, {@link String}, {@link java.util.List} and {@link
 * java.util.Map}.
 */
@NullMarked
package io.agentsrender.helm.schema.json;

import org.jspecify.annotations.NullMarked;
