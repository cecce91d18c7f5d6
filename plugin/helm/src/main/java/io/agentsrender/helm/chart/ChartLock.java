package io.agentsrender.helm.chart;

import io.agentsrender.helm.decode.DecodeException;
import io.agentsrender.helm.decode.Decoded;
import io.agentsrender.helm.decode.StructReader;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code Chart.lock}: what it says plays no part in rendering, but it must be readable. */
public final class ChartLock {
  private static final Pattern RFC_3339 =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");

  private ChartLock() {}

  /**
   * Checks that Helm could read it.
   *
   * @throws DecodeException where it could not
   */
  public static void check(Node document) throws DecodeException {
    Decoded lock = StructReader.read(ChartStructs.LOCK, document);
    Optional<Node> generated = lock.node("generated");
    if (generated.isPresent() && !isTime(generated.get())) {
      throw new DecodeException(
          "field generated is not a time of RFC 3339", generated.get().position());
    }
  }

  private static boolean isTime(Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      return false;
    }
    return scalar.isNull() || (scalar.value() instanceof String text && isTime(text));
  }

  private static boolean isTime(String text) {
    if (!RFC_3339.matcher(text).matches()) {
      return false;
    }
    try {
      return OffsetDateTime.parse(text).getYear() >= 0;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
