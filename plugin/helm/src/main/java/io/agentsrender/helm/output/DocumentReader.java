package io.agentsrender.helm.output;

import io.agentsrender.gotemplate.text.Trimming;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.helm.decode.DecodeException;
import io.agentsrender.helm.engine.RenderedTemplate;
import io.agentsrender.helm.output.DocumentSplitter.Piece;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.read.YamlException;
import io.agentsrender.yaml.read.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what templates rendered as documents, and refuses what Helm refuses: text that is not YAML,
 * and documents that are not objects (releaseutil/manifest_sorter.go, sort).
 */
final class DocumentReader {
  private static final YamlReader READER = YamlReader.of(Dialect.HELM);

  private final HelmProfile profile;
  private final boolean withNodes;
  private final Consumer<Problem> warnings;

  /**
   * @param withNodes whether documents keep their nodes
   */
  DocumentReader(HelmProfile profile, boolean withNodes, Consumer<Problem> warnings) {
    this.profile = profile;
    this.withNodes = withNodes;
    this.warnings = warnings;
  }

  /** The documents of a template in their order; those with unknown hook events are left out. */
  List<ReleaseDocument> read(RenderedTemplate rendered) {
    if (Trimming.space(rendered.text()).isEmpty()) {
      return List.of();
    }
    List<ReleaseDocument> documents = new ArrayList<>();
    int line = 1;
    int counted = 0;
    for (Piece piece : DocumentSplitter.split(rendered.text(), profile)) {
      line += lineBreaks(rendered.text(), counted, piece.start());
      counted = piece.start();
      read(rendered, piece, line).ifPresent(documents::add);
    }
    return documents;
  }

  private static int lineBreaks(String text, int from, int to) {
    int breaks = 0;
    for (int at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
      breaks++;
    }
    return breaks;
  }

  private Optional<ReleaseDocument> read(RenderedTemplate rendered, Piece piece, int line) {
    Optional<Node> whole = withNodes ? whole(rendered, piece, line) : Optional.empty();
    Node node = whole.orElseGet(() -> node(rendered, piece, line));
    Head head = head(rendered, node);
    Position origin =
        rendered.originOf(piece.start()).orElseGet(() -> Position.ofFile(rendered.name()));
    Optional<Hook> hook = head.isHook() ? Hook.of(head.annotations()) : Optional.empty();
    if (head.isHook() && hook.isEmpty()) {
      warnings.accept(
          Problem.warning(
                  "looking for hooks in " + rendered.name(),
                  "skipping unknown hook: \"" + head.annotations().get(Hook.ANNOTATION) + "\"")
              .withPlace(origin)
              .withAdvice("Helm leaves the whole document out; use events that it knows."));
      return Optional.empty();
    }
    return Optional.of(
        new ReleaseDocument(
            rendered,
            origin,
            line,
            piece.text(),
            head.apiVersion(),
            head.kind(),
            head.name(),
            hook,
            whole));
  }

  /** All of a document; what is refused is left to be read, and described, as Helm does it. */
  private static Optional<Node> whole(RenderedTemplate rendered, Piece piece, int line) {
    try {
      return Optional.of(
          ReleaseDocument.read(READER.withoutExcerpts(), piece.text(), line, rendered.name()));
    } catch (YamlException e) {
      return Optional.empty();
    }
  }

  private static Node node(RenderedTemplate rendered, Piece piece, int line) {
    boolean secret = piece.text().contains("Secret");
    YamlReader reader = (secret ? READER.withoutExcerpts() : READER).startingAtLine(line);
    try {
      return reader.outline(GoString.toBytes(piece.text()), rendered.name(), Head::isField);
    } catch (YamlException e) {
      Problem problem = e.problems().getFirst();
      // Go's text also quotes some values; what it says without them is in the problem's reason.
      boolean quotes = secret && !e.goText().contains(problem.reason());
      String reason = quotes ? problem.reason() : e.goText();
      int errorLine = problem.place().map(Position::line).orElse(line);
      throw refused(
          rendered,
          "error converting YAML to JSON: " + reason,
          errorLine,
          problem.excerpt().orElse(null),
          e);
    }
  }

  private Head head(RenderedTemplate rendered, Node node) {
    try {
      return Head.of(node, profile);
    } catch (DecodeException e) {
      throw refused(
          rendered,
          "error unmarshaling JSON: while decoding JSON: " + e.goText(),
          e.position().line(),
          null,
          e);
    }
  }

  private static RenderException refused(
      RenderedTemplate rendered,
      String reason,
      int line,
      @Nullable String excerpt,
      Exception cause) {
    return new RenderException(
        Problem.error(
                "reading line " + line + " of what " + rendered.name() + " rendered",
                "YAML parse error on " + rendered.name() + ": " + reason)
            .withPlace(
                rendered
                    .originOf(startOfLine(rendered.text(), line))
                    .orElseGet(() -> Position.ofFile(rendered.name())))
            .withExcerpt(excerpt)
            .withAdvice(
                "Look at the indentation and the quotes of what the template writes there."),
        cause);
  }

  private static int startOfLine(String text, int line) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        break;
      }
      start = end + 1;
    }
    return start;
  }
}
