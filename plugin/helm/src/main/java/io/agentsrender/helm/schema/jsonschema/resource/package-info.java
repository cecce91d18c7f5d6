/** Schema documents: drafts, identifiers, anchors and where references lead. */
@NullMarked
package io.agentsrender.helm.schema.jsonschema.resource;

import org.jspecify.annotations.NullMarked;
