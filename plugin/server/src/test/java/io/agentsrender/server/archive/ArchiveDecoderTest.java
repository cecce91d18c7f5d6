package io.agentsrender.server.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.server.fake.Checkout;
import io.agentsrender.server.fake.TarGz;
import io.agentsrender.source.Content;
import io.agentsrender.source.SourceTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveDecoderTest {
  private static final byte[] NONE = new byte[0];

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 511, 512, 513, 1024, 1 << 20})
  void givesTheSameTreeForAnyChunks(int chunk) {
    byte[] archive =
        new Checkout()
            .withGit()
            .file("README.md", "hello")
            .file("empty", "")
            .file("apps/web/values.yaml", "a: 1\n".repeat(1000))
            .file("apps/übergröße/" + "long-name-".repeat(20), "x")
            .file("exactly-one-block", new byte[512])
            .link("apps/current", "web")
            .link("apps/" + "link-".repeat(30), "web/values.yaml")
            .folder("apps/nothing")
            .pack();
    SourceTree tree = HostileArchiveTest.decode(archive, ArchiveLimits.DEFAULT, chunk).tree();
    assertThat(tree.list("")).containsExactly("README.md", "apps", "empty", "exactly-one-block");
    assertThat(text(tree, "README.md")).isEqualTo("hello");
    assertThat(text(tree, "empty")).isEmpty();
    assertThat(text(tree, "apps/web/values.yaml")).isEqualTo("a: 1\n".repeat(1000));
    assertThat(text(tree, "apps/current/values.yaml")).startsWith("a: 1\n");
    assertThat(text(tree, "apps/übergröße/" + "long-name-".repeat(20))).isEqualTo("x");
    assertThat(text(tree, "apps/" + "link-".repeat(30))).startsWith("a: 1\n");
    assertThat(tree.isFolder("apps/nothing")).isTrue();
    assertThat(tree.exists(".git")).isFalse();
  }

  @Test
  void dropsGitAtAnyDepthAndCountsIt() {
    byte[] archive =
        new Checkout()
            .file("vendor/lib/.git/config", "secret")
            .file("vendor/lib/.gitignore", "x")
            .file("vendor/sub/.git", "gitdir: ../..")
            .pack();
    UnpackedArchive unpacked = HostileArchiveTest.decode(archive, ArchiveLimits.DEFAULT, 100);
    assertThat(unpacked.tree().list("vendor/lib")).containsExactly(".gitignore");
    assertThat(unpacked.tree().list("vendor/sub")).isEmpty();
    assertThat(unpacked.files()).isEqualTo(1);
    assertThat(unpacked.unpackedBytes()).isGreaterThan(8 * 512);
  }

  @Test
  void readsGnuLongNamesAndOldHeaders() {
    byte[] archive =
        new TarGz()
            .entry("././@LongLink", 'L', "", ("d/" + "n".repeat(120) + "\0").getBytes(UTF_8))
            .entry("d/nnn", '0', "", "1".getBytes(UTF_8))
            .entry("././@LongLink", 'K', "", ("n".repeat(120) + "\0").getBytes(UTF_8))
            .entry("d/link", '2', "nnn", NONE)
            .entry("old/", '\0', "", NONE)
            .entry("old/file", '\0', "", "2".getBytes(UTF_8))
            .bytes();
    SourceTree tree = HostileArchiveTest.decode(archive, ArchiveLimits.DEFAULT, 100).tree();
    assertThat(text(tree, "d/" + "n".repeat(120))).isEqualTo("1");
    assertThat(text(tree, "d/link")).isEqualTo("1");
    assertThat(tree.isFolder("old")).isTrue();
    assertThat(text(tree, "old/file")).isEqualTo("2");
  }

  @Test
  void readsTheArchiveOfGitArchive() {
    byte[] archive =
        new TarGz()
            .entry("pax_global_header", 'g', "", TarGz.record("comment", "5a1bd0a").getBytes(UTF_8))
            .entry("a", '0', "", "1".getBytes(UTF_8))
            .bytes();
    SourceTree tree = HostileArchiveTest.decode(archive, ArchiveLimits.DEFAULT, 100).tree();
    assertThat(tree.list("")).containsExactly("a");
  }

  /** Go's gzip reader takes members in a row for one stream, and its tar reader needs no end. */
  @Test
  void readsGzipMembersInARow() throws IOException {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(new TarGz().entry("a", '0', "", "1".getBytes(UTF_8)).unended());
    both.write(new TarGz().entry("b", '0', "", "2".getBytes(UTF_8)).unended());
    SourceTree tree =
        HostileArchiveTest.decode(both.toByteArray(), ArchiveLimits.DEFAULT, 5).tree();
    assertThat(tree.list("")).containsExactly("a", "b");
  }

  @Test
  void ignoresWhatFollowsTheEnd() {
    byte[] archive =
        new TarGz().entry("a", '0', "", NONE).zeros(1024).raw("padding".getBytes(UTF_8)).unended();
    assertThat(HostileArchiveTest.decode(archive, ArchiveLimits.DEFAULT, 64).files()).isEqualTo(1);
  }

  private static String text(SourceTree tree, String path) {
    return tree.file(path).map(Content::text).orElse("(missing)");
  }
}
