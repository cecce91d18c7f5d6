package io.agentsrender.kustomize.resource;

import io.agentsrender.source.Content;
import io.agentsrender.yaml.Node;
import java.util.List;
import java.util.function.Supplier;

/**
 * Keeps parsed files between builds. What it keeps is immutable, and the same for the same content
 * under the same name.
 */
public interface DocumentCache {
  /** The documents of a file, parsed by {@code parser} if they are not known. */
  List<Node> documents(Content content, String file, Supplier<List<Node>> parser);

  /** Keeps nothing. */
  static DocumentCache none() {
    return (_, _, parser) -> parser.get();
  }
}
