package io.agentsrender.helm.lint.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.agentsrender.gotemplate.text.Trimming;
import io.agentsrender.helm.decode.DecodeException;
import io.agentsrender.helm.decode.Decoded;
import io.agentsrender.helm.decode.StructReader;
import io.agentsrender.helm.decode.Target.Struct;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.read.YamlException;
import io.agentsrender.yaml.read.YamlReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads the documents of a text into a struct as {@code helm lint} does: cut at lines that start
 * with dashes, each read on its own (apimachinery util/yaml, YAMLOrJSONDecoder). A text that starts
 * with a brace may be a stream of JSON; where it is neither that nor YAML, the words are those of
 * JSON.
 */
public final class DocumentStream {
  private static final String SEPARATOR = "---";

  /**
   * What was read up to the end or the first fault.
   *
   * @param documents those that are not null
   */
  public record Read(List<Document> documents, Optional<Fault> fault) {}

  /**
   * A document.
   *
   * @param line where it starts in the text, 1-based
   */
  public record Document(Decoded decoded, int line) {}

  /**
   * What stopped the reading.
   *
   * @param text in Go's words
   * @param line in the text, 1-based
   */
  public record Fault(String text, int line) {}

  private final Struct struct;
  private final List<Document> documents = new ArrayList<>();
  private final StringBuilder piece = new StringBuilder();
  private int pieceLine = 1;

  private DocumentStream(Struct struct) {
    this.struct = struct;
  }

  /**
   * Reads a text.
   *
   * @param text a byte string
   */
  public static Read read(String text, HelmProfile profile, Struct struct) {
    Optional<String> notJson = Optional.empty();
    if (Trimming.space(text).startsWith("{")) {
      JsonStream json = JsonStream.of(text);
      if (json.fault().isEmpty() || !profile.isAtLeast(HelmProfile.HELM_3_19)) {
        return new DocumentStream(struct).read(json);
      }
      notJson = json.fault();
    }
    DocumentStream stream = new DocumentStream(struct);
    Optional<Fault> fault = stream.fault(text);
    return new Read(
        stream.documents,
        fault.isPresent() && stream.documents.isEmpty() && notJson.isPresent()
            ? notJson.map(words -> new Fault(words, 1))
            : fault);
  }

  /** Each object of JSON is YAML, too. */
  private Read read(JsonStream json) {
    for (String object : json.objects()) {
      piece.append(object);
      Optional<Fault> fault = take();
      if (fault.isPresent()) {
        return new Read(documents, fault);
      }
    }
    return new Read(documents, json.fault().map(words -> new Fault(words, 1)));
  }

  private Optional<Fault> fault(String text) {
    int number = 0;
    for (String line : lines(text)) {
      number++;
      String plain = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
      if (plain.startsWith(SEPARATOR)) {
        String rest = Trimming.space(plain.substring(SEPARATOR.length()));
        if (!rest.isEmpty() && !rest.startsWith("#")) {
          return Optional.of(new Fault("invalid Yaml document separator: " + rest, number));
        }
        if (!piece.isEmpty()) {
          Optional<Fault> fault = take();
          if (fault.isPresent()) {
            return fault;
          }
          continue;
        }
      }
      pieceLine = piece.isEmpty() ? number : pieceLine;
      piece.append(plain).append('\n');
    }
    return take();
  }

  /** Nothing follows the last line feed. */
  private static String[] lines(String text) {
    String[] lines = text.split("\n", -1);
    return text.endsWith("\n") ? Arrays.copyOf(lines, lines.length - 1) : lines;
  }

  private Optional<Fault> take() {
    String bytes = piece.toString();
    piece.setLength(0);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    // What Kubernetes reads of a Secret may be in the words of the fault.
    boolean secret = bytes.contains("Secret");
    YamlReader reader = YamlReader.of(Dialect.HELM);
    try {
      Node node =
          (secret ? reader.withoutExcerpts() : reader).first(bytes.getBytes(ISO_8859_1), "");
      if (!(node instanceof ScalarNode scalar && scalar.isNull())) {
        documents.add(new Document(StructReader.read(struct, node), pieceLine));
      }
      return Optional.empty();
    } catch (YamlException e) {
      Problem problem = e.problems().getFirst();
      boolean quotes = secret && !e.goText().contains(problem.reason());
      return Optional.of(
          new Fault(
              "error converting YAML to JSON: " + (quotes ? problem.reason() : e.goText()),
              line(problem.place())));
    } catch (DecodeException e) {
      return Optional.of(
          new Fault(
              "error unmarshaling JSON: while decoding JSON: " + e.goText(),
              line(Optional.of(e.position()))));
    }
  }

  private int line(Optional<Position> inPiece) {
    return pieceLine + Math.max(inPiece.map(Position::line).orElse(1) - 1, 0);
  }
}
