/** JSON as Go's encoding/json writes and reads it. */
@NullMarked
package io.agentsrender.yaml.json;

import org.jspecify.annotations.NullMarked;
