package io.agentsrender.gotemplate.number;

import io.agentsrender.gotemplate.fmt.NumberError;
import io.agentsrender.gotemplate.fmt.Numbers;
import io.agentsrender.gotemplate.value.GoInt;
import io.agentsrender.gotemplate.value.GoNamed;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers from values of any type, zero from those that are none (the library spf13/cast). */
public final class Cast {
  /** The defined types that count as integers; others, such as a duration, do not. */
  private static final Set<String> COUNTABLE = Set.of("time.Month", "time.Weekday");

  private Cast() {}

  /** {@code cast.ToInt64}, and {@code cast.ToInt} as well. */
  public static long toInt64(@Nullable Object value) {
    return switch (countable(value)) {
      case GoInt integer -> integer.bits();
      case Double d -> GoMath.toInt64(d);
      case Float f -> GoMath.toInt64(f);
      case Boolean b -> b ? 1 : 0;
      case String s -> parseInt(s);
      case null, default -> 0;
    };
  }

  /** {@code cast.ToFloat64}. */
  public static double toFloat64(@Nullable Object value) {
    return switch (countable(value)) {
      case GoInt integer -> integer.toDouble();
      case Double d -> d;
      case Float f -> f;
      case Boolean b -> b ? 1 : 0;
      case String s -> parseFloat(s);
      case null, default -> 0;
    };
  }

  private static @Nullable Object countable(@Nullable Object value) {
    return value instanceof GoNamed named && COUNTABLE.contains(named.type().name())
        ? named.value()
        : value;
  }

  private static long parseInt(String s) {
    try {
      return Numbers.parseInt(withoutZeroFraction(s), 0, Long.SIZE);
    } catch (NumberError e) {
      return 0;
    }
  }

  private static double parseFloat(String s) {
    try {
      return Numbers.parseFloat(s, Double.SIZE);
    } catch (NumberError e) {
      return 0;
    }
  }

  /** {@code 10.00} to {@code 10} (cast/caste.go, trimZeroDecimal). */
  private static String withoutZeroFraction(String s) {
    boolean zero = false;
    for (int i = s.length() - 1; i >= 0; i--) {
      char c = s.charAt(i);
      if (c == '.' && zero) {
        return s.substring(0, i);
      }
      if (c != '.' && c != '0') {
        return s;
      }
      zero |= c == '0';
    }
    return s;
  }
}
