package io.agentsrender.gotemplate.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoStringTest {
  @Test
  void textAndByteStringsConvertBothWays() {
    String bytes = GoString.encode("aé€😀");

    assertThat(bytes).hasSize(1 + 2 + 3 + 4);
    assertThat(GoString.decode(bytes)).isEqualTo("aé€😀");
    assertThat(GoString.runes(bytes)).containsExactly('a', 0xe9, 0x20ac, 0x1f600);
    assertThat(GoString.ofRunes('a', 0xe9, 0x20ac, 0x1f600)).isEqualTo(bytes);
  }

  @Test
  void eachByteThatIsNotUtf8IsOneRuneError() {
    String cut = GoString.encode("€").substring(0, 2) + "a" + "\u00ff";

    assertThat(GoString.runes(cut)).containsExactly(0xfffd, 0xfffd, 'a', 0xfffd);
    assertThat(GoString.decode(cut)).isEqualTo("\ufffd\ufffda\ufffd");
    assertThat(GoString.widthOf(GoString.decodeLastRune(cut, 2))).isEqualTo(1);
  }

  @Test
  void overlongFormsAndSurrogatesAreNotUtf8() {
    assertThat(GoString.runeCount("\u00c0\u0080")).isEqualTo(2);
    assertThat(GoString.runeCount("\u00ed\u00a0\u0080")).isEqualTo(3);
    assertThat(GoString.isValidRune(0xd800)).isFalse();
  }
}
