package io.agentsrender.kustomize.reference;

import io.agentsrender.yaml.scalar.GoFloat;
import java.math.BigDecimal;

/** Floats as Go writes them into texts. */
final class GoNumbers {
  private GoNumbers() {}

  /** {@code strconv.FormatFloat(number, 'f', -1, 64)}: never an exponent. */
  static String plain(double number) {
    return number == 0 || isWrittenOut(number)
        ? GoFloat.json(number)
        : new BigDecimal(GoFloat.shortest(number)).toPlainString();
  }

  /** {@code fmt.Sprintf("%v", number)}: an exponent below 1e-04 and from 1e+21. */
  static String general(double number) {
    double size = Math.abs(number);
    return number == 0 || size >= 1e-4 && size < 1e21
        ? GoFloat.json(number)
        : GoFloat.shortest(number);
  }

  private static boolean isWrittenOut(double number) {
    double size = Math.abs(number);
    return size >= 1e-6 && size < 1e21;
  }
}
