package io.agentsrender.server;

import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.budget.ByteQuantity;
import java.util.Map;

/** Numbers in environment variables. */
final class Settings {
  private final Map<String, String> environment;

  Settings(Map<String, String> environment) {
    this.environment = environment;
  }

  long bytes(String name, long byDefault) {
    String text = environment.getOrDefault(name, "");
    if (text.isEmpty()) {
      return byDefault;
    }
    long value =
        ByteQuantity.parse(text).orElseThrow(() -> malformed(name, text, ByteQuantity.WORDS));
    if (value <= 0) {
      throw malformed(name, text, "a number above zero");
    }
    return value;
  }

  int count(String name, int byDefault) {
    return countUpTo(name, byDefault, Integer.MAX_VALUE);
  }

  int countUpTo(String name, int byDefault, int most) {
    long value = bytes(name, byDefault);
    if (value > most) {
      throw malformed(name, environment.getOrDefault(name, ""), "at most " + most);
    }
    return (int) value;
  }

  private static RenderException malformed(String name, String text, String wanted) {
    return new RenderException(
        Problem.error(
                "reading the environment", name + " is \"" + text + "\", and should be " + wanted)
            .withPlace(Position.ofFile(name)));
  }
}
