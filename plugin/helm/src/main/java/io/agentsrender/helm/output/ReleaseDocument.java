package io.agentsrender.helm.output;

import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.helm.engine.RenderedTemplate;
import io.agentsrender.source.Position;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.read.YamlReader;
import java.util.Optional;

/**
 * One document of a release.
 *
 * @param rendered what its template rendered
 * @param origin the place in the repository that wrote its first byte
 * @param line where it starts in what the template rendered, 1-based
 * @param text its bytes as Helm prints them, held in a byte string
 * @param apiVersion empty where the document has none; so {@code kind} and {@code name}
 * @param hook what makes it a hook
 * @param known what {@link #node()} gives, where it was read already
 */
public record ReleaseDocument(
    RenderedTemplate rendered,
    Position origin,
    int line,
    String text,
    String apiVersion,
    String kind,
    String name,
    Optional<Hook> hook,
    Optional<Node> known) {

  /**
   * What Helm prints as its source: the place of the template in the tree of charts, as in {@code
   * chart/templates/a.yaml}.
   */
  public String template() {
    return rendered.name();
  }

  /**
   * The document itself, with positions in what the template rendered; a null scalar where the text
   * is comments only.
   *
   * <p>It is read with the line end that Helm prints after it: a block scalar at its end has that
   * line end, too.
   */
  public Node node() {
    return known.orElseGet(() -> read(YamlReader.of(Dialect.HELM), text, line, template()));
  }

  static Node read(YamlReader reader, String text, int line, String template) {
    return reader.startingAtLine(line).first(GoString.toBytes(text + "\n"), template);
  }

  /** Whether it is a hook that only tests the release. */
  public boolean isTest() {
    return hook.map(Hook::isTest).orElse(false);
  }

  /** Does not show the text, which may be secret. */
  @Override
  public String toString() {
    return template() + " " + kind + "/" + name;
  }
}
