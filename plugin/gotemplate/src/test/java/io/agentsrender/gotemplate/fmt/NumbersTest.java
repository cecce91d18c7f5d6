package io.agentsrender.gotemplate.fmt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts and answers of strconv.ParseInt, ParseUint, ParseFloat and ParseBool of Go 1.26. */
class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "10, 10, 10",
    "-10, 10, -10",
    "+7, 10, 7",
    "0x1f, 0, 31",
    "0b11, 0, 3",
    "0o17, 0, 15",
    "017, 0, 15",
    "017, 10, 17",
    "1_000, 0, 1000",
    "0, 0, 0",
    "zz, 36, 1295",
    "9223372036854775807, 10, 9223372036854775807",
    "-9223372036854775808, 10, -9223372036854775808"
  })
  void integers(String text, int base, long value) {
    assertThat(Numbers.parseInt(text, base, 64)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 10, invalid syntax",
    "-, 10, invalid syntax",
    "1_000, 10, invalid syntax",
    "1__0, 0, invalid syntax",
    "08, 0, invalid syntax",
    "0x, 0, invalid syntax",
    "1.5, 10, invalid syntax",
    "' 1', 10, invalid syntax",
    "9223372036854775808, 10, value out of range",
    "-9223372036854775809, 10, value out of range",
    "99999999999999999999999, 10, value out of range"
  })
  void wrongIntegers(String text, int base, String reason) {
    assertThatThrownBy(() -> Numbers.parseInt(text, base, 64))
        .hasMessage("strconv.ParseInt: parsing \"" + text + "\": " + reason);
  }

  @Test
  void narrowAndUnsignedIntegers() {
    assertThat(Numbers.parseInt("-128", 10, 8)).isEqualTo(-128);
    assertThatThrownBy(() -> Numbers.parseInt("128", 10, 8)).hasMessageContaining("out of range");
    assertThat(Numbers.parseUint("18446744073709551615", 10, 64)).isEqualTo(-1);
    assertThatThrownBy(() -> Numbers.parseUint("256", 10, 8))
        .hasMessage("strconv.ParseUint: parsing \"256\": value out of range");
    assertThatThrownBy(() -> Numbers.atoi("x"))
        .hasMessage("strconv.Atoi: parsing \"x\": invalid syntax");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "1., 1",
    ".5, 0.5",
    "1e3, 1000",
    "1_000.5, 1000.5",
    "0x1p-2, 0.25",
    "-0x1.8p1, -3",
    "inf, Infinity",
    "-Infinity, -Infinity",
    "NaN, NaN",
    "1e-400, 0",
    "0x1p-99999999999, 0"
  })
  void floats(String text, double value) {
    assertThat(Numbers.parseFloat(text, 64)).isEqualTo(Double.valueOf(value));
  }

  @ParameterizedTest
  @CsvSource({
    "'', invalid syntax",
    "., invalid syntax",
    "1e, invalid syntax",
    "0x1.8, invalid syntax",
    "1d, invalid syntax",
    "1f, invalid syntax",
    "_1, invalid syntax",
    "1_, invalid syntax",
    "infinit, invalid syntax",
    "+nan, invalid syntax",
    "1e400, value out of range",
    "1e99999999999, value out of range"
  })
  void wrongFloats(String text, String reason) {
    assertThatThrownBy(() -> Numbers.parseFloat(text, 64))
        .hasMessage("strconv.ParseFloat: parsing \"" + text + "\": " + reason);
  }

  @Test
  void longTextsTakeLinearTime() {
    String digits = "1".repeat(1_000_000);

    assertThatThrownBy(() -> Numbers.parseFloat(digits + "x", 64)).isInstanceOf(NumberError.class);
    assertThatThrownBy(() -> Numbers.parseInt(digits, 10, 64)).isInstanceOf(NumberError.class);
  }
}
