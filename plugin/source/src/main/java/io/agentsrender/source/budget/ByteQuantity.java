package io.agentsrender.source.budget;

import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of bytes as Kubernetes writes quantities: {@code 536870912}, {@code 512Mi}. */
public final class ByteQuantity {
  /** For messages. */
  public static final String WORDS = "a number such as 536870912 or 512Mi";

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

  private ByteQuantity() {}

  /** The number; empty where the text is none. */
  public static OptionalLong parse(String text) {
    Matcher quantity = QUANTITY.matcher(text.strip());
    if (!quantity.matches()) {
      return OptionalLong.empty();
    }
    String unit = quantity.group(2);
    long factor = unit == null ? 1 : UNITS.getOrDefault(unit, 1L);
    return OptionalLong.of(
        new BigDecimal(quantity.group(1)).multiply(BigDecimal.valueOf(factor)).longValue());
  }
}
