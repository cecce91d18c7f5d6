/** What a template rendered, read as the Go libraries behind lint read it. */
@NullMarked
package io.agentsrender.helm.lint.document;

import org.jspecify.annotations.NullMarked;
