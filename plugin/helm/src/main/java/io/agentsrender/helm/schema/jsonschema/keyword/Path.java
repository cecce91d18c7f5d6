package io.agentsrender.helm.schema.jsonschema.keyword;

import java.util.LinkedList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way to a value, from the inside out: most are never looked at. */
record Path(@Nullable Path outer, String token) {
  static final Path ROOT = new Path(null, "");

  Path inside(String token) {
    return new Path(this, token);
  }

  List<String> tokens() {
    LinkedList<String> tokens = new LinkedList<>();
    for (Path path = this; path != null && path.outer != null; path = path.outer) {
      tokens.addFirst(path.token);
    }
    return List.copyOf(tokens);
  }
}
