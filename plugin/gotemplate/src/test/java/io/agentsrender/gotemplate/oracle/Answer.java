package io.agentsrender.gotemplate.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agentsrender.gotemplate.value.GoString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One recorded answer of test-clusters/oracles/gotemplate. All text is byte strings.
 *
 * @param template the texts of a set, parted by {@code " ‖ "}
 * @param error Go's error; null where there is an output
 */
record Answer(String template, String missingKey, String output, @Nullable String error) {

  /** What the case is. */
  String id() {
    return missingKey + " " + template;
  }

  static List<Answer> read(Path file) {
    try {
      return Files.readString(file, UTF_8).lines().map(Answer::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer parse(String line) {
    Map<String, String> fields = fields(line);
    return new Answer(
        text(fields, "template", ""),
        text(fields, "missingkey", "default"),
        text(fields, "output", ""),
        fields.containsKey("error") || fields.containsKey("error64")
            ? text(fields, "error", "")
            : null);
  }

  private static String text(Map<String, String> fields, String key, String otherwise) {
    String base64 = fields.get(key + "64");
    if (base64 != null) {
      return GoString.ofBytes(Base64.getDecoder().decode(base64));
    }
    return GoString.encode(fields.getOrDefault(key, otherwise));
  }

  /** Reads a JSON object that holds nothing but strings. */
  private static Map<String, String> fields(String line) {
    Map<String, String> fields = new HashMap<>();
    int[] at = {0};
    while ((at[0] = line.indexOf('"', at[0])) >= 0) {
      String key = string(line, at);
      at[0] = line.indexOf('"', at[0]);
      fields.put(key, string(line, at));
    }
    return fields;
  }

  private static String string(String line, int[] at) {
    StringBuilder text = new StringBuilder();
    int i = at[0] + 1;
    while (line.charAt(i) != '"') {
      char c = line.charAt(i++);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      char escape = line.charAt(i++);
      switch (escape) {
        case 'n' -> text.append('\n');
        case 't' -> text.append('\t');
        case 'r' -> text.append('\r');
        case 'b' -> text.append('\b');
        case 'f' -> text.append('\f');
        case 'u' -> {
          text.append((char) Integer.parseInt(line, i, i + 4, 16));
          i += 4;
        }
        default -> text.append(escape);
      }
    }
    at[0] = i + 1;
    return text.toString();
  }
}
