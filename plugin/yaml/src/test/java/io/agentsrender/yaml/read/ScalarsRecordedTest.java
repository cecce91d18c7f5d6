package io.agentsrender.yaml.read;

import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.recorded.Answers;
import io.agentsrender.yaml.recorded.Answers.Line;
import io.agentsrender.yaml.recorded.Typed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * What scalars mean to go-yaml v2 and v3, plain and under tags; recorded by {@code go run .
 * scalars}.
 */
final class ScalarsRecordedTest {
  private static final int COUNT = 362;
  private static final List<String> TAGS =
      List.of("!!str", "!!int", "!!float", "!!bool", "!!null", "!!timestamp", "!!binary", "!own");

  @Test
  void meaningsAreThoseOfGo() {
    Answers answers = Answers.load(ScalarsRecordedTest.class, "scalars.jsonl");
    for (Line line : answers.lines()) {
      String in = line.string("in");
      answers.compare(line, "v2", line.string("v2"), meaning("", in, Dialect.HELM));
      answers.compare(line, "v3", line.string("v3"), meaning("", in, Dialect.KUSTOMIZE));
      if (!line.string("v3Tag").isEmpty()) {
        String tag = scalar("a: " + in + "\n", Dialect.KUSTOMIZE).tag();
        answers.compare(line, "v3 tag", line.string("v3Tag"), tag);
      }
      Map<?, ?> tagged = (Map<?, ?>) Objects.requireNonNull(line.get("tagged"));
      for (String tag : TAGS) {
        String v2 = Typed.recorded(String.valueOf(tagged.get(tag)));
        Object v3 = tagged.get(tag + " v3");
        answers.compare(line, tag + " in v2", v2, meaning(tag + " ", in, Dialect.HELM));
        // The reader for kustomize leaves it to the one who asks for the value to find this.
        String expected =
            (v3 == null ? v2 : Typed.recorded(v3.toString())).replaceFirst("^error: .*", "error");
        answers.compare(
            line,
            tag + " in v3",
            expected,
            meaning(tag + " ", in, Dialect.KUSTOMIZE).replaceFirst("^error: .*", "error"));
      }
    }
    answers.check(COUNT);
  }

  private static ScalarNode scalar(String document, Dialect dialect) {
    MapNode map = (MapNode) YamlReader.of(dialect).first(document, "in");
    return (ScalarNode) Objects.requireNonNull(map.get("a"));
  }

  private static String meaning(String prefix, String in, Dialect dialect) {
    try {
      ScalarNode scalar = scalar("a: " + prefix + in + "\n", dialect);
      boolean isTime = dialect == Dialect.KUSTOMIZE && scalar.tag().equals("!!timestamp");
      return isTime ? "t" + scalar.value() : Typed.of(scalar.value());
    } catch (YamlException e) {
      // go-yaml alone has such numbers, JSON has not.
      String number = "json: unsupported value: ";
      return e.goText().startsWith(number)
          ? "f" + e.goText().substring(number.length())
          : "error: " + e.goText();
    } catch (RenderException e) {
      return "error";
    }
  }
}
