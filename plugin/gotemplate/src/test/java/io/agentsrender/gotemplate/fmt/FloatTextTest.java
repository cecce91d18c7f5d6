package io.agentsrender.gotemplate.fmt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Recorded by test-clusters/oracles/gotemplate/floats with Go 1.26.8. */
class FloatTextTest {
  private static final Path ANSWERS = Path.of("src/test/resources/go-answers/floats.txt");

  private record Case(double value, char format, int precision, int bits, String text) {
    static Case parse(String line) {
      String[] fields = line.split(" ");
      return new Case(
          Double.longBitsToDouble(Long.parseUnsignedLong(fields[0], 16)),
          fields[1].charAt(0),
          Integer.parseInt(fields[2]),
          Integer.parseInt(fields[3]),
          fields[4]);
    }
  }

  private static List<Case> cases() throws IOException {
    List<Case> cases = Files.readAllLines(ANSWERS).stream().map(Case::parse).toList();
    assertThat(cases).hasSize(2965);
    return cases;
  }

  @Test
  void numbersAreWrittenAsGoWritesThem() throws IOException {
    for (Case c : cases()) {
      assertThat(FloatText.format(c.value, c.format, c.precision, c.bits))
          .as("%s %s %s", c.value, c.format, c.precision)
          .isEqualTo(c.text);
    }
  }

  @Test
  void shortestTextsReadBackAsTheSameNumber() throws IOException {
    for (Case c : cases()) {
      if (c.precision < 0 && c.format != 'b') {
        assertThat(Numbers.parseFloat(c.text, c.bits)).as(c.text).isEqualTo(c.value);
      }
    }
  }
}
