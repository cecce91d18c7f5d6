package io.agentsrender.helm.values;

import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.source.Content;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.read.YamlException;
import io.agentsrender.yaml.read.YamlReader;
import java.util.function.UnaryOperator;

/**
 * Reads a file of values. Problems never show its text, which may be secret.
 *
 * <p>Helm 3 reads the first document of a file, Helm 4 lays all of them over each other.
 */
public final class ValuesFile {
  private static final YamlReader READER = YamlReader.of(Dialect.HELM).withoutExcerpts();

  private static final String ANY_MAP = "map[string]interface {}";

  private final String source;
  private final String failure;
  private final String goType;
  private final UnaryOperator<MapNode> places;

  private ValuesFile(String source, String failure, String goType, UnaryOperator<MapNode> places) {
    this.source = source;
    this.failure = failure;
    this.goType = goType;
    this.places = places;
  }

  /** The defaults of a chart. */
  public static ValueTable ofChart(Content content, String source, HelmProfile profile) {
    return new ValuesFile(source, "cannot load values.yaml: ", ANY_MAP, UnaryOperator.identity())
        .read(content, profile);
  }

  /** A file that a user gives. */
  public static ValueTable ofUser(Content content, String source, HelmProfile profile) {
    return ofUser(content, source, UnaryOperator.identity(), profile);
  }

  /**
   * The same, made of other files.
   *
   * @param places gives what was read the places at which it stands in those; it changes no value
   */
  public static ValueTable ofUser(
      Content content, String source, UnaryOperator<MapNode> places, HelmProfile profile) {
    return new ValuesFile(source, "failed to parse " + source + ": ", ANY_MAP, places)
        .read(content, profile);
  }

  /** The defaults of a chart that is linted: the first document, whichever Helm it is. */
  public static ValueTable ofLint(Content content, String source, HelmProfile profile) {
    String goType = profile.isHelm4() ? "common.Values" : "chartutil.Values";
    return new ValuesFile(source, "unable to parse YAML: ", goType, UnaryOperator.identity())
        .read(content.toByteArray(), 1);
  }

  private ValueTable read(Content content, HelmProfile profile) {
    if (!profile.isHelm4()) {
      return read(content.toByteArray(), 1);
    }
    ValueTable merged = new ValueTable().freeze();
    ValuesFile reader =
        new ValuesFile(source, failure + "cannot unmarshal yaml document: ", goType, places);
    for (ValuesDocuments.Piece piece : pieces(content)) {
      ValueTable next = reader.read(piece.toByteArray(), piece.firstLine());
      merged = merged.isEmpty() ? next : ValueTables.merge(merged, next).freeze();
    }
    return merged;
  }

  private Iterable<ValuesDocuments.Piece> pieces(Content content) {
    try {
      return ValuesDocuments.split(content.byteString());
    } catch (ValuesDocuments.BadSeparatorException e) {
      throw failed(
          "error reading yaml document: " + e.getMessage(), new Position(source, e.line(), 1));
    }
  }

  private ValueTable read(byte[] document, int firstLine) {
    try {
      return table(READER.startingAtLine(firstLine).first(document, source));
    } catch (YamlException e) {
      Problem problem = e.problems().getFirst();
      // Go's text says the line too; it is left out where it quotes a value.
      String go = e.goText().contains(problem.reason()) ? e.goText() : problem.reason();
      throw new RenderException(
          failure(
              "error converting YAML to JSON: " + go,
              problem.place().orElseGet(() -> Position.ofFile(source))),
          e);
    }
  }

  private ValueTable table(Node node) {
    if (node instanceof MapNode map) {
      return ValueReader.readTable(places.apply(map));
    }
    if (node instanceof ScalarNode scalar && scalar.isNull()) {
      return new ValueTable().freeze();
    }
    throw failed(
        "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal "
            + jsonKind(node)
            + " into Go value of type "
            + goType,
        node.position());
  }

  private static String jsonKind(Node node) {
    if (node instanceof ListNode) {
      return "array";
    }
    return switch (((ScalarNode) node).value()) {
      case Boolean _ -> "bool";
      case Number _ -> "number";
      case null, default -> "string";
    };
  }

  private RenderException failed(String reason, Position place) {
    return new RenderException(failure(reason, place));
  }

  private Problem failure(String reason, Position place) {
    return Problem.error("reading the values in \"" + source + "\"", failure + reason)
        .withPlace(place)
        .withAdvice("A values file is one YAML map.");
  }
}
