package io.agentsrender.gotemplate.value;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/**
 * Compares every code point with what Go knows of it: {@code go run ./unicode} in
 * test-clusters/oracles/sprig wrote classes.txt.
 */
class GoUnicodeTest {
  private static final int BLOCK = 4096;

  private static final List<IntPredicate> CLASSES =
      List.of(
          GoUnicode::isUpper,
          GoUnicode::isLower,
          GoUnicode::isTitle,
          GoUnicode::isLetter,
          GoUnicode::isDigit,
          GoUnicode::isNumber,
          GoUnicode::isPunct,
          GoUnicode::isSpace,
          GoUnicode::isPrint);

  @Test
  void knowsEveryCodePointAsGoDoes() throws Exception {
    List<String> sums = new ArrayList<>();
    for (int first = 0; first <= GoString.MAX_RUNE; first += BLOCK) {
      sums.add("%06x %s".formatted(first, sum(first)));
    }
    List<String> recorded = recorded();
    assertThat(recorded).hasSize(272);
    assertThat(sums).isEqualTo(recorded);
  }

  private static List<String> recorded() throws IOException {
    try (InputStream in = GoUnicodeTest.class.getResourceAsStream("/unicode/classes.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), US_ASCII).lines().toList();
    }
  }

  private static String sum(int first) throws NoSuchAlgorithmException {
    StringBuilder text = new StringBuilder();
    for (int rune = first; rune < first + BLOCK; rune++) {
      for (IntPredicate property : CLASSES) {
        text.append(property.test(rune)).append(' ');
      }
      text.append(GoUnicode.toUpper(rune)).append(' ');
      text.append(GoUnicode.toLower(rune)).append(' ');
      text.append(GoUnicode.toTitle(rune)).append('\n');
    }
    byte[] bytes = text.toString().getBytes(US_ASCII);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
