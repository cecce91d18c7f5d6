package io.agentsrender.yaml.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.BinaryText;
import io.agentsrender.yaml.json.JsonNumber;
import io.agentsrender.yaml.json.JsonReader;
import io.agentsrender.yaml.json.JsonWriter;
import io.agentsrender.yaml.read.YamlException;
import io.agentsrender.yaml.recorded.Answers;
import io.agentsrender.yaml.recorded.Answers.Line;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Writes what Go's libraries were asked to write; recorded by {@code go run . writing}. */
final class WritingRecordedTest {
  private static final int COUNT = 2904;
  private static final int UNSTABLE = 12;

  private final Answers answers = Answers.load(WritingRecordedTest.class, "writing.jsonl");

  private void compare(String key, YamlWriter writer) {
    int unstable = 0;
    for (Line line : answers.lines()) {
      if (Boolean.TRUE.equals(line.get("unstable"))) {
        // Go itself writes the keys in another order each time.
        unstable++;
        continue;
      }
      String actual;
      try {
        actual = writer.write(value(line));
      } catch (RenderException e) {
        actual = e.getCause() instanceof YamlException refusal ? refusal.goText() : e.toString();
      }
      answers.compare(line, key, line.string(key) + line.string(key + "Error"), actual);
    }
    assertThat(unstable).isEqualTo(UNSTABLE);
    answers.check(COUNT);
  }

  @Test
  void goYamlV2() {
    compare("sigs", YamlWriter.goYamlV2());
  }

  @Test
  void goYamlV3() {
    compare("v3", YamlWriter.goYamlV3(2));
  }

  @Test
  void goYamlV3WithFourColumns() {
    compare("v3Four", YamlWriter.goYamlV3(4));
  }

  @Test
  void kyaml() {
    compare("kyaml", YamlWriter.kyaml());
  }

  @Test
  void json() {
    for (Line line : answers.lines()) {
      Object value = value(line);
      JsonWriter writer = JsonWriter.compact();
      answers.compare(line, "json", line.string("json"), writer.write(value));
      answers.compare(
          line, "raw json", line.string("jsonRaw"), writer.withoutHtmlEscapes().write(value));
      answers.compare(
          line, "indented json", line.string("jsonIndents"), writer.withIndent("  ").write(value));
    }
    answers.check(COUNT);
  }

  private static @Nullable Object value(Line line) {
    return shaped(JsonReader.of("in").keepingNumbers().read(line.string("in")));
  }

  private static @Nullable Object shaped(@Nullable Object value) {
    return switch (value) {
      case JsonNumber number -> number(number.text());
      case List<?> items -> {
        List<@Nullable Object> shaped = new ArrayList<>();
        items.forEach(item -> shaped.add(shaped(item)));
        yield shaped;
      }
      case Map<?, ?> map -> {
        if (map.get("$bytes") instanceof String base64) {
          yield new BinaryText(Base64.getDecoder().decode(base64));
        }
        if (map.get("$f32") instanceof String text) {
          yield Float.parseFloat(text);
        }
        Map<String, @Nullable Object> shaped = new LinkedHashMap<>();
        map.forEach((key, item) -> shaped.put((String) key, shaped(item)));
        yield shaped;
      }
      case null, default -> value;
    };
  }

  private static Object number(String text) {
    if (text.contains(".") || text.contains("e")) {
      return Double.parseDouble(text);
    }
    BigInteger integer = new BigInteger(text);
    return integer.bitLength() < 64 ? (Object) integer.longValue() : integer;
  }
}
