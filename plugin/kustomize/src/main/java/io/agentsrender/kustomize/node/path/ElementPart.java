package io.agentsrender.kustomize.node.path;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.node.MutableNode;

/**
 * A part of a path that picks list elements: {@code [field=value]}, or {@code [=value]} for plain
 * ones.
 */
record ElementPart(String field, String value) {

  static ElementPart parse(String part) {
    String inner = part.endsWith("]") ? part.substring(0, part.length() - 1) : part;
    inner = inner.startsWith("[") ? inner.substring(1) : inner;
    int equals = inner.indexOf('=');
    if (equals < 0) {
      throw BuildFailure.of(
          "list path element must contain fieldName=fieldValue for element to match");
    }
    return new ElementPart(inner.substring(0, equals), inner.substring(equals + 1));
  }

  boolean isPlain() {
    return field.isEmpty();
  }

  MutableNode newElement() {
    MutableNode scalar = MutableNode.scalar(value);
    if (isPlain()) {
      return scalar;
    }
    MutableNode map = MutableNode.map();
    map.content().add(MutableNode.scalar(field));
    map.content().add(scalar);
    return map;
  }
}
