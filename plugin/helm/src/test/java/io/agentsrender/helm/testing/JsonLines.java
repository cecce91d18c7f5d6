package io.agentsrender.helm.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.agentsrender.yaml.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recorded answers of the real tools: one JSON object a line. */
public final class JsonLines {
  private JsonLines() {}

  /** One line. */
  public record Line(Map<?, ?> fields) {
    public boolean has(String field) {
      return fields.containsKey(field);
    }

    public @Nullable Object get(String field) {
      return fields.get(field);
    }

    public String text(String field) {
      return (String) requireNonNull(fields.get(field), field);
    }
  }

  /** Reads a resource. */
  public static List<Line> read(String resource) {
    try (InputStream lines =
            requireNonNull(JsonLines.class.getResourceAsStream(resource), resource);
        BufferedReader reader = new BufferedReader(new InputStreamReader(lines, UTF_8))) {
      return reader.lines().map(line -> parse(resource, line)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads one object. */
  public static Line parse(String source, String json) {
    return new Line((Map<?, ?>) requireNonNull(JsonReader.of(source).read(json)));
  }
}
