/** From entries to maps, as each dialect takes duplicate keys and merge keys. */
@NullMarked
package io.agentsrender.yaml.read.map;

import org.jspecify.annotations.NullMarked;
