package io.agentsrender.helm.schema.jsonschema.resource;

import io.agentsrender.helm.schema.json.JsonPointer;
import io.agentsrender.helm.schema.json.Reference;

/**
 * Where a schema stands: in which document, and where in it.
 *
 * @param pointer a JSON pointer
 */
public record Location(String document, String pointer) {

  public Location at(String token) {
    return new Location(document, pointer + "/" + JsonPointer.escape(token));
  }

  public Location at(String keyword, String token) {
    return at(keyword).at(token);
  }

  @Override
  public String toString() {
    return document + "#" + Reference.encode(pointer);
  }
}
