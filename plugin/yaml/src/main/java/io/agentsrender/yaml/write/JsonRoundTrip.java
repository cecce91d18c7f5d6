package io.agentsrender.yaml.write;

import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.BinaryText;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.json.JsonWriter;
import io.agentsrender.yaml.read.YamlException;
import io.agentsrender.yaml.read.YamlReader;
import io.agentsrender.yaml.scalar.ScalarResolver;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of values when sigs.k8s.io/yaml writes them: it makes JSON, reads that as YAML, and
 * writes the result. Numbers change their form on the way, and a few characters do not survive.
 */
final class JsonRoundTrip {
  /** The longest text, quotes included, that go-yaml takes for a key. */
  private static final int MAX_KEY = 1024;

  /** Characters that JSON takes for one, as in the escape of {@code <}. */
  private static final int LONGEST_ESCAPE = 6;

  private static final YamlReader READER = YamlReader.of(Dialect.HELM).withoutExcerpts();
  private static final char REPLACEMENT = '\uFFFD';

  private JsonRoundTrip() {}

  static ScalarForm value(@Nullable Object value) {
    return switch (value) {
      case null -> ScalarForm.NULL;
      case String text -> ScalarForm.string(survivor(text), false);
      case BinaryText binary -> ScalarForm.string(survivor(binary.text(REPLACEMENT)), false);
      case Boolean truth -> ScalarForm.other(truth);
      default -> number(JsonWriter.compact().write(value));
    };
  }

  /**
   * A key.
   *
   * @throws RenderException where go-yaml does not find it in the JSON again
   */
  static ScalarForm key(String key) {
    boolean suspect = key.length() > MAX_KEY / LONGEST_ESCAPE || !survives(key);
    if (!suspect) {
      return ScalarForm.string(key, false);
    }
    MapNode map = (MapNode) reread("{" + JsonWriter.compact().write(key) + ":1}");
    return ScalarForm.string(map.entries().getFirst().name(), false);
  }

  private static ScalarForm number(String json) {
    Object number = ScalarResolver.V2.plain(json).value();
    return number == null ? ScalarForm.NULL : ScalarForm.other(number);
  }

  /** The text after it was read from JSON as YAML, which has fewer characters and more breaks. */
  private static String survivor(String text) {
    return survives(text) ? text : ((ScalarNode) reread(JsonWriter.compact().write(text))).text();
  }

  private static Node reread(String json) {
    try {
      return READER.first(json, "");
    } catch (YamlException e) {
      // Its place in the JSON means nothing to a reader.
      throw new RenderException(
          Problem.error("writing YAML", e.problems().getFirst().reason())
              .withAdvice("A text holds a character that YAML does not allow; take it out."),
          e);
    }
  }

  private static boolean survives(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x7F && (c <= 0x9F || c >= 0xFFFE)) {
        return false;
      }
    }
    return true;
  }
}
