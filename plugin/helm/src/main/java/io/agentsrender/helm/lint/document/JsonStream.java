package io.agentsrender.helm.lint.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.yaml.json.JsonException;
import io.agentsrender.yaml.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Values of JSON one after the other, as a json.Decoder of Go takes them.
 *
 * @param objects the byte strings of those before the end or the first fault
 * @param fault in Go's words
 */
record JsonStream(List<String> objects, Optional<String> fault) {
  static JsonStream of(String text) {
    List<String> objects = new ArrayList<>();
    String rest = text;
    while (!rest.isBlank()) {
      try {
        int end = JsonReader.of("").readFirst(rest.getBytes(ISO_8859_1)).end();
        objects.add(rest.substring(0, end));
        rest = rest.substring(end);
      } catch (JsonException e) {
        int before = text.length() - rest.length();
        return new JsonStream(objects, Optional.of(words(e, rest, before)));
      }
    }
    return new JsonStream(objects, Optional.empty());
  }

  /** Go counts the byte that is wrong. */
  private static String words(JsonException fault, String text, int before) {
    Optional<Position> place = fault.problems().stream().findFirst().flatMap(Problem::place);
    if (place.isEmpty()) {
      return fault.goText();
    }
    int offset = 0;
    for (int line = 1; line < place.get().line(); line++) {
      offset = text.indexOf('\n', offset) + 1;
    }
    return "json: offset " + (before + offset + place.get().column()) + ": " + fault.goText();
  }
}
