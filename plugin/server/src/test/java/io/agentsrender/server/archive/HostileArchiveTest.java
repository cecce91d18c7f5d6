package io.agentsrender.server.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.server.fake.TarGz;
import io.agentsrender.source.RenderException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Archives that no repo-server sends: each is refused with its reason, at little cost. */
class HostileArchiveTest {
  private static final byte[] NONE = new byte[0];

  static Stream<Arguments> refused() {
    byte[] good = archive(tar -> tar.entry("a", '0', "", "x".getBytes(UTF_8)));
    byte[] flipped = good.clone();
    flipped[flipped.length - 6] ^= 1;
    byte[] scrambled = good.clone();
    Arrays.fill(scrambled, 12, 20, (byte) 0xff);
    return Stream.of(
        of("parent steps", tar -> tar.entry("../a", '0', "", NONE), "has \"..\" in its name"),
        of("parent steps inside", tar -> tar.entry("a/../../b", '0', "", NONE), "has \"..\""),
        of("an absolute name", tar -> tar.entry("/etc/passwd", '0', "", NONE), "absolute name"),
        of("a link out", tar -> tar.entry("a", '2', "../x", NONE), "leads out of the repository"),
        of(
            "an absolute link",
            tar -> tar.entry("a", '2', "/etc", NONE),
            "leads out of the repository"),
        of(
            "a file through a link",
            tar ->
                tar.entry("b", '5', "", NONE)
                    .entry("a", '2', "b", NONE)
                    .entry("a/x", '0', "", NONE),
            "stands below the symbolic link \"a\""),
        of(
            "a file deep through a link",
            tar -> tar.entry("a", '2', "b", NONE).entry("a/b/c/x", '0', "", NONE),
            "stands below the symbolic link \"a\""),
        of(
            "a file below a file",
            tar -> tar.entry("a", '0', "", NONE).entry("a/x", '0', "", NONE),
            "stands below the file \"a\""),
        of(
            "a name twice",
            tar -> tar.entry("a", '0', "", NONE).entry("a", '0', "", NONE),
            "comes twice"),
        of(
            "a name twice, written otherwise",
            tar -> tar.entry("a", '0', "", NONE).entry("./a", '2', "b", NONE),
            "comes twice"),
        of(
            "a file where a folder is",
            tar -> tar.entry("a/b", '0', "", NONE).entry("a", '0', "", NONE),
            "comes twice"),
        of("a hard link", tar -> tar.entry("a", '1', "b", NONE), "neither a file, a folder nor"),
        of("a character device", tar -> tar.entry("a", '3', "", NONE), "(type '3')"),
        of("a block device", tar -> tar.entry("a", '4', "", NONE), "(type '4')"),
        of("a pipe", tar -> tar.entry("a", '6', "", NONE), "(type '6')"),
        of(
            "a sparse file",
            tar ->
                tar.entry("p", 'x', "", TarGz.record("GNU.sparse.major", "1").getBytes(UTF_8))
                    .entry("a", '0', "", NONE),
            "sparse file"),
        of("a long name", tar -> tar.entry("n".repeat(5000), '0', "", NONE), "5000 bytes"),
        of("a long target", tar -> tar.entry("a", '2', "n".repeat(5000), NONE), "5000 bytes"),
        of(
            "a deep name",
            tar -> tar.entry("d/".repeat(101) + "a", '0', "", NONE),
            "101 folders deep"),
        of(
            "a malformed PAX record",
            tar -> tar.entry("p", 'x', "", "99 path=a\n".getBytes(UTF_8)).entry("a", '0', "", NONE),
            "PAX header of its tar stream is malformed"),
        of(
            "a PAX record without length",
            tar -> tar.entry("p", 'x', "", "path=a\n".getBytes(UTF_8)).entry("a", '0', "", NONE),
            "PAX header of its tar stream is malformed"),
        of(
            "a PAX size that is none",
            tar ->
                tar.entry("p", 'x', "", TarGz.record("size", "-1").getBytes(UTF_8))
                    .entry("a", '0', "", NONE),
            "\"-1\" as a size"),
        of(
            "an endless PAX header",
            tar -> tar.header("p", 'x', "", 2 << 20).zeros(2 << 20),
            "over 1 MiB"),
        of("noise for a header", tar -> tar.raw("n".repeat(512).getBytes(UTF_8)), "tar header"),
        Arguments.of("no archive", NONE, "it is empty"),
        Arguments.of("no gzip", "hello, world".getBytes(UTF_8), "it is not a gzip stream"),
        Arguments.of("a cut gzip", Arrays.copyOf(good, good.length - 9), "gzip stream is cut off"),
        Arguments.of(
            "a gzip without end", Arrays.copyOf(good, good.length - 1), "gzip stream is cut off"),
        Arguments.of("a wrong check sum", flipped, "fails its own check sum"),
        Arguments.of("a scrambled gzip", scrambled, "gzip stream"),
        Arguments.of(
            "a cut tar",
            new TarGz().header("a", '0', "", 5000).raw(new byte[100]).unended(),
            "tar stream is cut off"),
        Arguments.of(
            "a cut tar header", new TarGz().raw(new byte[100]).unended(), "tar stream is cut off"));
  }

  private static Arguments of(String name, UnaryOperator<TarGz> entries, String reason) {
    return Arguments.of(name, archive(entries), reason);
  }

  private static byte[] archive(UnaryOperator<TarGz> entries) {
    return entries.apply(new TarGz().entry(".", '5', "", NONE)).bytes();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void refused(String name, byte[] archive, String reason) {
    for (int chunk : new int[] {1, 7, 512, 1 << 20}) {
      assertThatThrownBy(() -> decode(archive, ArchiveLimits.DEFAULT, chunk))
          .as("%s, in chunks of %d", name, chunk)
          .isInstanceOf(RenderException.class)
          .hasMessageContaining(reason);
    }
  }

  @Test
  void refusesABombByRatio() {
    byte[] bomb = new TarGz().header("zeros", '0', "", 1L << 30).zeros(64 << 20).unended();
    assertThat(bomb.length).isLessThan(200_000);
    assertThatThrownBy(() -> decode(bomb, ArchiveLimits.DEFAULT, 1024))
        .hasMessageContaining("more than 200 times its size");
  }

  @Test
  void refusesByPackedSize() {
    byte[] archive = archive(tar -> tar.entry("a", '0', "", new byte[5000]));
    assertThatThrownBy(() -> decode(archive, ArchiveLimits.DEFAULT.withPackedBytes(50), 10))
        .hasMessageContaining("larger than 50 bytes");
  }

  @Test
  void refusesByUnpackedSizeWhateverIsKept() {
    byte[] archive = archive(tar -> tar.entry(".git/x", '0', "", new byte[5000]));
    assertThatThrownBy(() -> decode(archive, ArchiveLimits.DEFAULT.withUnpackedBytes(5000), 10))
        .hasMessageContaining("unpacks to more than 5000 bytes");
  }

  @Test
  void refusesByCount() {
    TarGz tar = new TarGz();
    for (int i = 0; i < 11; i++) {
      tar.entry("f" + i, '0', "", NONE);
    }
    byte[] archive = tar.bytes();
    assertThatThrownBy(() -> decode(archive, ArchiveLimits.DEFAULT.withEntries(10), 10))
        .hasMessageContaining("more than 10 entries");
  }

  @Test
  void asksForMemoryBeforeItTakesIt() {
    AtomicLong taken = new AtomicLong();
    byte[] archive = new TarGz().header("a", '0', "", 1L << 30).raw(new byte[10]).unended();
    ArchiveDecoder decoder = new ArchiveDecoder(ArchiveLimits.DEFAULT, taken::addAndGet);
    decoder.accept(archive, 0, archive.length);
    decoder.close();
    assertThat(taken).hasValueGreaterThanOrEqualTo(1L << 30);
  }

  @Test
  void quotesNoControlCharacters() {
    byte[] archive = archive(tar -> tar.entry("a\u001b[31m\nb", '6', "", NONE));
    assertThatThrownBy(() -> decode(archive, ArchiveLimits.DEFAULT, 10))
        .hasMessageContaining("entry \"a\uFFFD[31m\uFFFDb\"");
  }

  static UnpackedArchive decode(byte[] archive, ArchiveLimits limits, int chunk) {
    try (ArchiveDecoder decoder = new ArchiveDecoder(limits, _ -> {})) {
      for (int at = 0; at < archive.length; at += chunk) {
        decoder.accept(archive, at, Math.min(chunk, archive.length - at));
      }
      return decoder.finish();
    }
  }
}
