package io.agentsrender.kustomize.resource;

import io.agentsrender.source.Content;
import io.agentsrender.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps parsed files, and the text of objects, between builds. What it keeps is immutable, and the
 * same for the same content under the same name.
 */
public interface DocumentCache {
  /** The documents of a file, parsed by {@code parser} if they are not known. */
  List<Node> documents(Content content, String file, Supplier<List<Node>> parser);

  /**
   * A document of a text that was rendered.
   *
   * @param line of its first line in there
   * @param parser reads it, if it is not known
   */
  default Node document(String piece, int line, Supplier<Node> parser) {
    return parser.get();
  }

  /**
   * The text of an object.
   *
   * @param object maps, lists and scalars, which must not change from now on
   * @param writer writes it, if it is not known
   */
  default String text(Map<String, ? extends @Nullable Object> object, Supplier<String> writer) {
    return writer.get();
  }

  /** Keeps nothing. */
  static DocumentCache none() {
    return (_, _, parser) -> parser.get();
  }
}
