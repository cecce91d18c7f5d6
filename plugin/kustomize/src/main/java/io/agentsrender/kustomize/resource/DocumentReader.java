package io.agentsrender.kustomize.resource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.source.Content;
import io.agentsrender.source.Position;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.read.YamlException;
import io.agentsrender.yaml.read.YamlReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a file apart into its YAML documents as kustomize does: at lines that start with {@code
 * ---}, before any parsing (kyaml/kio/byteio_reader.go).
 */
final class DocumentReader {
  private static final YamlReader READER = YamlReader.of(Dialect.KUSTOMIZE).withoutExcerpts();

  private final String file;
  private final DocumentCache pieces;
  private final List<Node> documents = new ArrayList<>();

  private DocumentReader(String file, DocumentCache pieces) {
    this.file = file;
    this.pieces = pieces;
  }

  /** The pieces of a file; one that says nothing is null. */
  static List<Node> read(Content content, String file) {
    DocumentReader reader = new DocumentReader(file, DocumentCache.none());
    reader.readAll(content.byteString());
    return reader.documents;
  }

  /** The same of a text that was rendered; most of its pieces are as they were the last time. */
  static List<Node> readRendered(Content content, DocumentCache pieces) {
    DocumentReader reader = new DocumentReader("", pieces);
    reader.readAll(content.byteString());
    return reader.documents;
  }

  private void readAll(String source) {
    String text = source.indexOf('\r') < 0 ? source : source.replace("\r\n", "\n");
    int start = 0;
    int line = 1;
    for (int at = text.indexOf("\n---"); at >= 0; at = text.indexOf("\n---", start)) {
      int end = text.indexOf('\n', at + 4);
      if (end < 0) {
        break;
      }
      int separatorLine = line + breaks(text, start, at + 1);
      requireSeparator(text.substring(at + 1, end), separatorLine);
      parse(text.substring(start, at + 1), line);
      line = separatorLine + 1;
      start = end + 1;
    }
    parse(text.substring(start), line);
  }

  private static int breaks(String text, int from, int to) {
    int breaks = 0;
    for (int at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
      breaks++;
    }
    return breaks;
  }

  private void requireSeparator(String separator, int line) {
    String rest = separator.substring(3).strip();
    if (!rest.isEmpty() && !rest.startsWith("#")) {
      throw BuildFailure.of("invalid document separator: " + separator.strip())
          .at(new Position(file, line, 1))
          .withAdvice("Put what follows \"---\" on a line of its own.");
    }
  }

  private void parse(String piece, int line) {
    try {
      documents.add(
          pieces.document(
              piece,
              line,
              () -> READER.startingAtLine(line).first(piece.getBytes(ISO_8859_1), file)));
    } catch (YamlException e) {
      Position place = e.problems().getFirst().place().orElse(new Position(file, line, 1));
      throw BuildFailure.malformed("MalformedYAMLError: " + e.goText(), place);
    }
  }

  /** Whether a document has nothing in it, or only a null. */
  static boolean isEmpty(Node document) {
    return document instanceof ScalarNode scalar && scalar.tag().equals("!!null");
  }
}
