package io.agentsrender.yaml.recorded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.yaml.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One file of recorded answers, and the differences found against it. */
public final class Answers {
  private static final int SHOWN = 40;

  /** What was answered for one input. */
  public record Line(Map<String, @Nullable Object> answers) {
    /** The input, which is text or, where it is not UTF-8, base64. */
    public byte[] input() {
      Object in = answers.get("in");
      if (in instanceof String text) {
        return text.getBytes(UTF_8);
      }
      return Base64.getDecoder().decode(String.valueOf(map(in).get("base64")));
    }

    public @Nullable Object get(String key) {
      return answers.get(key);
    }

    /** A string; empty where there is none. */
    public String string(String key) {
      return answers.get(key) instanceof String text ? text : "";
    }
  }

  private final String name;
  private final List<Line> lines;
  private final List<String> differences = new ArrayList<>();

  private Answers(String name, List<Line> lines) {
    this.name = name;
    this.lines = lines;
  }

  /** Reads a file of JSON lines from the folder of the test's package. */
  public static Answers load(Class<?> test, String name) {
    List<Line> lines = new ArrayList<>();
    try (InputStream in = test.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError("no " + name + " beside " + test);
      }
      for (String line : new String(in.readAllBytes(), UTF_8).split("\n")) {
        lines.add(new Line(map(JsonReader.of(name).read(line))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Answers(name, lines);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> map(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, @Nullable Object>) map;
    }
    throw new AssertionError("not an object: " + value);
  }

  public List<Line> lines() {
    return lines;
  }

  /** Notes a difference. */
  public void compare(Line line, String what, String expected, String actual) {
    if (!expected.equals(actual)) {
      differences.add(
          what
              + " of "
              + line.get("name")
              + " "
              + shown(line.get("in"))
              + "\n  Go:   "
              + shown(expected)
              + "\n  ours: "
              + shown(actual));
    }
  }

  private static String shown(@Nullable Object text) {
    String all = String.valueOf(text).replace("\n", "\\n").replace("\r", "\\r");
    return all.length() < 300 ? all : all.substring(0, 300) + "...";
  }

  /** Fails where there was a difference, or another number of lines than the test knows. */
  public void check(int count) {
    if (!differences.isEmpty()) {
      throw new AssertionError(
          differences.size()
              + " differences to "
              + name
              + ":\n"
              + String.join("\n", differences.subList(0, Math.min(SHOWN, differences.size()))));
    }
    assertThat(lines).as("lines of " + name).hasSize(count);
  }
}
