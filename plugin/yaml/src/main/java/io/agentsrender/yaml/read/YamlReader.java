package io.agentsrender.yaml.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agentsrender.source.Content;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.ScalarStyle;
import io.agentsrender.yaml.read.fault.DecodeFault;
import io.agentsrender.yaml.read.fault.LimitFault;
import io.agentsrender.yaml.read.grammar.Events;
import io.agentsrender.yaml.read.grammar.Grammar;
import io.agentsrender.yaml.scan.Scanner;
import io.agentsrender.yaml.scan.text.Input;
import io.agentsrender.yaml.scan.text.Mark;
import io.agentsrender.yaml.scan.text.SyntaxFault;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads YAML as one of the Go libraries does: it accepts and refuses the same texts, and gives the
 * same values. Immutable; the {@code with} methods give changed copies.
 */
public final class YamlReader {
  private final Dialect dialect;
  private final YamlLimits limits;
  private final boolean strict;
  private final boolean excerpts;
  private final int firstLine;

  private YamlReader(
      Dialect dialect, YamlLimits limits, boolean strict, boolean excerpts, int firstLine) {
    this.dialect = dialect;
    this.limits = limits;
    this.strict = strict;
    this.excerpts = excerpts;
    this.firstLine = firstLine;
  }

  /** A reader with the default limits. */
  public static YamlReader of(Dialect dialect) {
    return new YamlReader(dialect, YamlLimits.DEFAULT, false, true, 1);
  }

  /** Refuses duplicate keys, as UnmarshalStrict of sigs.k8s.io/yaml does. */
  public YamlReader strict() {
    return new YamlReader(dialect, limits, true, excerpts, firstLine);
  }

  /** For text that may hold secrets: problems show nothing of it. */
  public YamlReader withoutExcerpts() {
    return new YamlReader(dialect, limits, strict, false, firstLine);
  }

  public YamlReader withLimits(YamlLimits limits) {
    return new YamlReader(dialect, limits, strict, excerpts, firstLine);
  }

  /** For a piece of a file: the number of its first line in there, from 1. */
  public YamlReader startingAtLine(int line) {
    return new YamlReader(dialect, limits, strict, excerpts, line);
  }

  /**
   * The first document, as Go's Unmarshal reads it: what follows it is not even looked at. A stream
   * without one gives a null scalar.
   *
   * @param file the name for positions
   * @throws YamlException where Go gives an error, or a limit is hit
   */
  public Node first(byte[] source, String file) {
    return read(source, file, 1, composer -> composer).stream()
        .findFirst()
        .orElseGet(() -> none(file));
  }

  /** {@link #first(byte[], String)} of a file. */
  public Node first(Content source, String file) {
    return first(source.toByteArray(), file);
  }

  /** {@link #first(byte[], String)} of a text. */
  public Node first(String source, String file) {
    return first(source.getBytes(UTF_8), file);
  }

  /**
   * The first document with only some of its top-level entries, for those who need but a few: it
   * refuses what {@link #first(byte[], String)} refuses, in less time. A list has no items.
   *
   * @param names tells by its name whether an entry is wanted
   * @throws YamlException where Go gives an error, or a limit is hit
   */
  public Node outline(byte[] source, String file, Predicate<String> names) {
    try {
      return read(source, file, 1, composer -> new Outline(composer, names)).stream()
          .findFirst()
          .orElseGet(() -> none(file));
    } catch (Outline.NeedsAllException e) {
      Node root = first(source, file);
      return root instanceof MapNode map
          ? map.withEntries(
              map.entries().stream().filter(entry -> names.test(entry.name())).toList())
          : root instanceof ListNode list ? list.withItems(List.of()) : root;
    }
  }

  /** {@link #outline(byte[], String, Predicate)} of a text. */
  public Node outline(String source, String file, Predicate<String> names) {
    return outline(source.getBytes(UTF_8), file, names);
  }

  /**
   * All documents, as Go's Decoder reads them. A document may be a null scalar.
   *
   * @param file the name for positions
   * @throws YamlException where Go gives an error, or a limit is hit
   */
  public List<Node> all(byte[] source, String file) {
    return read(source, file, Integer.MAX_VALUE, composer -> composer);
  }

  /** {@link #all(byte[], String)} of a file. */
  public List<Node> all(Content source, String file) {
    return all(source.toByteArray(), file);
  }

  /** {@link #all(byte[], String)} of a text. */
  public List<Node> all(String source, String file) {
    return all(source.getBytes(UTF_8), file);
  }

  private Node none(String file) {
    return new ScalarNode("", ScalarStyle.PLAIN, null, dialect, file, firstLine, 1);
  }

  private List<Node> read(byte[] source, String file, int most, Function<Composer, Events> events) {
    if (source.length > limits.bytes()) {
      String reason = "not supported: it is larger than " + limits.bytes() + " bytes";
      throw limit(source, file, -1, reason);
    }
    try {
      Scanner.Flavour flavour = dialect == Dialect.HELM ? Scanner.Flavour.V2 : Scanner.Flavour.V3;
      Scanner scanner = new Scanner(Input.of(source), flavour);
      Composer composer = new Composer(dialect, strict, file, firstLine, limits);
      Grammar grammar = new Grammar(scanner, events.apply(composer), limits.depth());
      List<Node> documents = new ArrayList<>();
      while (documents.size() < most && grammar.document()) {
        documents.add(composer.takeRoot());
      }
      return documents;
    } catch (SyntaxFault fault) {
      throw failure(source, file, fault.at(), fault.reason(), fault.reason(), goText(fault));
    } catch (DecodeFault fault) {
      throw failure(
          source, file, fault.mark(), fault.reason(), fault.plainReason(), fault.goText());
    } catch (LimitFault fault) {
      throw limit(source, file, fault.mark(), String.valueOf(fault.getMessage()));
    }
  }

  private String goText(SyntaxFault fault) {
    OptionalLong line = dialect == Dialect.HELM ? fault.lineOfV2() : fault.lineOfV3();
    return "yaml: " + (line.isPresent() ? "line " + line.getAsLong() + ": " : "") + fault.reason();
  }

  private YamlException failure(
      byte[] source, String file, long mark, String reason, String plainReason, String goText) {
    Position place =
        mark < 0
            ? Position.ofFile(file)
            : new Position(file, Mark.line(mark) + firstLine, Mark.column(mark) + 1);
    Problem problem =
        Problem.error("reading YAML", excerpts ? reason : plainReason)
            .withPlace(place)
            .withExcerpt(excerpts && mark >= 0 ? excerpt(source, Mark.line(mark)) : null);
    return new YamlException(problem, goText);
  }

  private YamlException limit(byte[] source, String file, long mark, String reason) {
    YamlException failure = failure(source, file, mark, reason, reason, "yaml: " + reason);
    return failure.describedBy(failure.problems().getFirst().withKind(Problem.Kind.NOT_SUPPORTED));
  }

  private static @Nullable String excerpt(byte[] source, int line) {
    String text = new String(source, UTF_8);
    return text.lines().skip(line).findFirst().map(String::strip).orElse(null);
  }
}
