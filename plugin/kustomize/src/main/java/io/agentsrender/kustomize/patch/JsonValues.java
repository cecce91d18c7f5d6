package io.agentsrender.kustomize.patch;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares JSON values. */
final class JsonValues {
  private JsonValues() {}

  static boolean isEqual(@Nullable Object a, @Nullable Object b) {
    return switch (a) {
      case null -> b == null;
      case Map<?, ?> left -> b instanceof Map<?, ?> right && isEqual(left, right);
      case List<?> left -> b instanceof List<?> right && isEqual(left, right);
      case Number left -> b instanceof Number right && decimal(left).compareTo(decimal(right)) == 0;
      default -> a.equals(b);
    };
  }

  private static boolean isEqual(Map<?, ?> a, Map<?, ?> b) {
    return a.size() == b.size()
        && a.entrySet().stream()
            .allMatch(entry ->
                b.containsKey(entry.getKey()) && isEqual(entry.getValue(), b.get(entry.getKey())));
  }

  private static boolean isEqual(List<?> a, List<?> b) {
    if (a.size() != b.size()) {
      return false;
    }
    Iterator<?> other = b.iterator();
    return a.stream().allMatch(element -> isEqual(element, other.next()));
  }

  private static BigDecimal decimal(Number number) {
    return switch (number) {
      case Double real -> BigDecimal.valueOf(real);
      case BigInteger integer -> new BigDecimal(integer);
      default -> BigDecimal.valueOf(number.longValue());
    };
  }
}
