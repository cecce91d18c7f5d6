package io.agentsrender.yaml.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.json.JsonWriter;
import io.agentsrender.yaml.recorded.Answers;
import io.agentsrender.yaml.recorded.Answers.Line;
import io.agentsrender.yaml.recorded.Typed;
import io.agentsrender.yaml.write.KyamlRoundTrip;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Reads what sigs.k8s.io/yaml, go-yaml v2 and v3, and kyaml were asked to read; recorded by {@code
 * go run . reading}.
 */
final class ReadingRecordedTest {
  private static final int COUNT = 5608;

  private final Answers answers = Answers.load(ReadingRecordedTest.class, "reading.jsonl");

  @Test
  void helmDialectAcceptsRefusesAndUnderstandsAsGoDoes() {
    YamlReader reader = YamlReader.of(Dialect.HELM);
    for (Line line : answers.lines()) {
      byte[] in = line.input();
      String expected = Typed.recorded(line.string("helm")) + line.string("helmError");
      String actual;
      try {
        actual = JsonWriter.compact().write(reader.first(in, "in"));
      } catch (YamlException e) {
        actual = e.goText();
      }
      if (Boolean.TRUE.equals(line.get("keysCollide")) && !expected.startsWith("yaml:")) {
        // Which of 1 and "1" wins is up to chance in Go.
        continue;
      }
      answers.compare(line, "helm", shortened(expected), shortened(actual));
    }
    answers.check(COUNT);
  }

  @Test
  void helmDialectIsStrictAsGoIs() {
    YamlReader reader = YamlReader.of(Dialect.HELM).strict();
    for (Line line : answers.lines()) {
      String actual = "";
      try {
        reader.first(line.input(), "in");
      } catch (YamlException e) {
        actual = e.goText();
      }
      String expected = line.string("helmStrictError");
      answers.compare(line, "strict", shortened(expected), shortened(actual));
    }
    answers.check(COUNT);
  }

  @Test
  void outlinesAreRefusedAsTheWholeIs() {
    YamlReader reader = YamlReader.of(Dialect.HELM);
    for (Line line : answers.lines()) {
      String actual = "";
      try {
        Node root = reader.outline(line.input(), "in", "a"::equals);
        Node whole = reader.first(line.input(), "in");
        if (whole instanceof MapNode map && root instanceof MapNode part) {
          answers.compare(line, "part", "" + map.get("a"), "" + part.get("a"));
          answers.compare(line, "parts", map.has("a") ? "1" : "0", "" + part.size());
        } else {
          answers.compare(line, "kind", whole.describe(), root.describe());
        }
      } catch (YamlException e) {
        actual = e.goText();
      }
      answers.compare(line, "outline", shortened(line.string("helmError")), shortened(actual));
    }
    answers.check(COUNT);
  }

  @Test
  void helmDialectReadsStreamsAsGoDoes() {
    YamlReader reader = YamlReader.of(Dialect.HELM);
    for (Line line : answers.lines()) {
      boolean json = line.string("helmError").matches("(json:|unsupported map key)[^$]*");
      if (json || Boolean.TRUE.equals(line.get("keysCollide"))) {
        // The Decoder of go-yaml does not go on to JSON.
        continue;
      }
      String expected =
          line.get("helmAll") instanceof List<?> all
              ? Typed.recorded(all.toString())
              : line.string("helmAllError");
      String actual;
      try {
        List<String> all = new ArrayList<>();
        for (Node document : reader.all(line.input(), "in")) {
          all.add(Typed.of(document));
        }
        actual = all.isEmpty() ? "" : all.toString();
      } catch (YamlException e) {
        actual = e.goText();
      }
      answers.compare(line, "stream", shortened(expected), shortened(actual));
    }
    answers.check(COUNT);
  }

  /** Go prints the keys it refuses with their values, in Go's own notation. */
  private static String shortened(String text) {
    for (String start :
        List.of(
            "yaml: invalid map key",
            "unsupported map key of type: %!s(<nil>), key: <nil>",
            "unsupported map key of type: uint64")) {
      if (text.startsWith(start)) {
        return start;
      }
    }
    return text;
  }

  @Test
  void kustomizeDialectHasTheNodesOfGo() {
    YamlReader reader = YamlReader.of(Dialect.KUSTOMIZE);
    for (Line line : answers.lines()) {
      String error = line.string("nodesError");
      String anchorError = line.string("anchorError");
      if (error.startsWith("panic") || anchorError.equals("too many nodes")) {
        continue;
      }
      List<String> actual = new ArrayList<>();
      try {
        Node root = reader.first(line.input(), "in");
        if (root.line() == 1 && isNone(line)) {
          actual.add("none");
        } else {
          dump(root, 0, actual);
        }
      } catch (YamlException e) {
        actual.add(e.goText());
      }
      String expected =
          line.get("nodes") instanceof List<?> nodes
              ? String.join("\n", nodes.stream().map(String::valueOf).toList())
              : error + anchorError;
      String nodes = String.join("\n", actual);
      if (nodes.startsWith("yaml: invalid map key") && !line.string("jsonError").isEmpty()) {
        // Keys that are maps or lists are refused here already, by Go when it makes JSON.
        continue;
      }
      if (line.get("nodeCount") instanceof Double count) {
        answers.compare(line, "node count", "" + count.intValue(), "" + actual.size());
        continue;
      }
      answers.compare(line, "nodes", merge(expected), merge(nodes));
    }
    answers.check(COUNT);
  }

  @Test
  void kustomizeDialectBecomesTheJsonOfGo() {
    YamlReader reader = YamlReader.of(Dialect.KUSTOMIZE);
    for (Line line : answers.lines()) {
      String json = Typed.recorded(line.string("json"));
      String error = line.string("jsonError");
      if (!json.isEmpty() || !error.isEmpty()) {
        String actual;
        try {
          Node root = KyamlRoundTrip.of(reader.first(line.input(), "in"));
          actual = JsonWriter.compact().write(root);
        } catch (RenderException e) {
          actual = "refused";
        }
        answers.compare(line, "json", error.isEmpty() ? json : "refused", actual);
      }
    }
    answers.check(COUNT);
  }

  /** kyaml has several words for what cannot be merged, and none for what contains itself. */
  private static String merge(String text) {
    if (text.endsWith("value contains itself")) {
      return "recursion";
    }
    return text.startsWith("invalid map merge") || text.startsWith("map merge requires")
        ? "merge"
        : text;
  }

  private static boolean isNone(Line line) {
    return line.get("nodes") instanceof List<?> nodes && nodes.contains("none");
  }

  private static void dump(Node node, int depth, List<String> lines) {
    String place = " ".repeat(depth) + node.line() + ":" + node.column() + " ";
    switch (node) {
      case MapNode map -> {
        lines.add(place + "map");
        for (MapNode.Entry entry : map.entries()) {
          dump(entry.key(), depth + 1, lines);
          dump(entry.value(), depth + 1, lines);
        }
      }
      case ListNode list -> {
        lines.add(place + "list");
        list.items().forEach(item -> dump(item, depth + 1, lines));
      }
      case ScalarNode scalar -> {
        String style = scalar.style().name().toLowerCase(Locale.ROOT).replace("_quoted", "");
        String text = JsonWriter.compact().withoutHtmlEscapes().write(scalar.text());
        lines.add(place + style + " " + scalar.tag() + " " + text);
      }
    }
  }

  @Test
  void excerptsAreLinesOfTheFile() {
    for (Line line : answers.lines()) {
      byte[] in = line.input();
      String text = new String(in, UTF_8);
      try {
        YamlReader.of(Dialect.HELM).first(in, "in");
      } catch (YamlException e) {
        e.problems()
            .getFirst()
            .excerpt()
            .ifPresent(
                excerpt -> answers.compare(line, "excerpt", "true", "" + text.contains(excerpt)));
      }
    }
    answers.check(COUNT);
  }
}
