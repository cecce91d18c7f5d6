package io.agentsrender.server;

import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers in environment variables. */
final class Settings {
  /** A number of bytes as Kubernetes writes quantities: {@code 536870912}, {@code 512Mi}. */
  private static final Pattern QUANTITY =
      Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,3})?)(Ki|Mi|Gi|k|M|G)?");

  private static final Map<String, Long> UNITS =
      Map.of(
          "k",
          1_000L,
          "M",
          1_000_000L,
          "G",
          1_000_000_000L,
          "Ki",
          1L << 10,
          "Mi",
          1L << 20,
          "Gi",
          1L << 30);

  private final Map<String, String> environment;

  Settings(Map<String, String> environment) {
    this.environment = environment;
  }

  long bytes(String name, long byDefault) {
    String text = environment.getOrDefault(name, "");
    if (text.isEmpty()) {
      return byDefault;
    }
    Matcher quantity = QUANTITY.matcher(text.strip());
    if (!quantity.matches()) {
      throw malformed(name, text, "a number such as 536870912 or 512Mi");
    }
    String unit = quantity.group(2);
    long factor = unit == null ? 1 : UNITS.getOrDefault(unit, 1L);
    long value = new BigDecimal(quantity.group(1)).multiply(BigDecimal.valueOf(factor)).longValue();
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
