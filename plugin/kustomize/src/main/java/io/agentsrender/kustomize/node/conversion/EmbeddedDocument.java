package io.agentsrender.kustomize.node.conversion;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.json.JsonWriter;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text inside a field that is YAML or JSON itself (api/filters/replacement,
 * serializeStructuredData).
 */
public final class EmbeddedDocument {
  /** What yaml.v3 keeps when it writes a document again, and the nodes here do not. */
  private static final Pattern KEPT_BY_GO =
      Pattern.compile(
          "(?:^|\\s)(?:#|[&*][A-Za-z0-9_])|(?:^|[:\\s-])[\\[{]\\s*[^\\]}\\s]", Pattern.MULTILINE);

  private final MutableNode field;
  private final String original;
  private final MutableNode root;

  private EmbeddedDocument(MutableNode field, MutableNode root) {
    this.field = field;
    this.original = field.value();
    this.root = root;
  }

  /** Whether the scalar's text is YAML, as most texts are. */
  public static boolean isReadable(MutableNode scalar) {
    try {
      NodeReader.embedded(scalar.value());
      return true;
    } catch (BuildFailure failure) {
      return false;
    }
  }

  /**
   * @throws BuildFailure where it is no YAML
   */
  public static EmbeddedDocument of(MutableNode scalar) {
    return new EmbeddedDocument(scalar, NodeReader.embedded(scalar.value()));
  }

  public MutableNode root() {
    return root;
  }

  /**
   * The document in the form of the original: JSON in one line or in several, or YAML.
   *
   * @throws RenderException where the original is YAML with comments, anchors or brackets
   */
  public String write() {
    String start = original.strip();
    if (start.startsWith("{") || start.startsWith("[")) {
      JsonWriter writer = JsonWriter.compact();
      boolean pretty = original.indexOf('\n') >= 0 && original.contains("  ");
      return (pretty ? writer.withIndent("  ") : writer).write(NodeData.of(root));
    }
    if (KEPT_BY_GO.matcher(original).find()) {
      throw new RenderException(
          List.of(
              Problem.notSupported(
                      "replacing a value inside a text",
                      "YAML text with comments, anchors, brackets or braces is not supported")
                  .withPlace(field.position())
                  .withAdvice("Take them out of the text, or set the value in another way.")));
    }
    return WrittenNode.text(root).strip();
  }
}
