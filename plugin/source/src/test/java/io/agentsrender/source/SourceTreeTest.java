package io.agentsrender.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same tree once in memory and once on disk must behave alike. */
class SourceTreeTest {
  @TempDir static Path folder;

  static Stream<Arguments> trees() throws IOException {
    Path root = folder.resolve("tree");
    if (!Files.exists(root)) {
      Files.createDirectories(root.resolve("charts/agents"));
      Files.writeString(root.resolve("charts/agents/Chart.yaml"), "name: agents\n");
      Files.createDirectories(root.resolve("empty/below"));
      Files.writeString(folder.resolve("outside"), "secret");
      Files.createSymbolicLink(root.resolve("alias"), Path.of("charts/agents"));
      Files.createSymbolicLink(root.resolve("charts/up"), Path.of("../alias"));
      Files.createSymbolicLink(root.resolve("escape"), Path.of("../outside"));
    }
    SourceTree memory =
        SourceTree.builder()
            .file("charts/agents/Chart.yaml", Content.ofText("name: agents\n"))
            .folder("empty/below")
            .link("alias", "charts/agents")
            .link("charts/up", "../alias")
            .link("escape", "../outside")
            .build();
    return Stream.of(
        Arguments.of(Named.of("memory", memory)),
        Arguments.of(Named.of("folder", SourceTree.ofFolder(root))));
  }

  @ParameterizedTest
  @MethodSource("trees")
  void readsFilesAndLists(SourceTree tree) {
    assertThat(tree.file("charts/agents/Chart.yaml").map(Content::text)).contains("name: agents\n");
    assertThat(tree.file("charts/agents")).isEmpty();
    assertThat(tree.file("charts/missing")).isEmpty();
    assertThat(tree.isFolder("charts")).isTrue();
    assertThat(tree.isFolder("")).isTrue();
    assertThat(tree.list("charts")).containsExactly("agents", "up");
    assertThat(tree.list("missing")).isEmpty();
    assertThat(tree.list("empty")).containsExactly("below");
    assertThat(tree.isFolder("empty/below")).isTrue();
    assertThat(tree.list("empty/below")).isEmpty();
    assertThat(tree.exists("charts/agents")).isTrue();
  }

  @ParameterizedTest
  @MethodSource("trees")
  void followsLinksInside(SourceTree tree) {
    assertThat(tree.file("alias/Chart.yaml")).isPresent();
    assertThat(tree.file("charts/up/Chart.yaml")).isPresent();
    assertThat(tree.realPath("charts/up/Chart.yaml")).contains("charts/agents/Chart.yaml");
    assertThat(tree.list("alias")).containsExactly("Chart.yaml");
  }

  @ParameterizedTest
  @MethodSource("trees")
  void refusesLinksThatLeadOut(SourceTree tree) {
    assertThatThrownBy(() -> tree.file("escape"))
        .isInstanceOf(RenderException.class)
        .hasMessageContaining("leads out of the repository");
  }

  @Test
  void aFolderIsATreeOfItsOwn() {
    SourceTree whole =
        SourceTree.builder()
            .file("a/b/c.yaml", Content.ofText("c"))
            .file("d.yaml", Content.ofText("d"))
            .link("a/out.yaml", "../d.yaml")
            .link("a/in.yaml", "b/c.yaml")
            .build();
    SourceTree below = whole.below("a");
    assertThat(below.file("b/c.yaml").map(Content::text)).contains("c");
    assertThat(below.file("in.yaml").map(Content::text)).contains("c");
    assertThat(below.list("")).containsExactly("b", "in.yaml", "out.yaml");
    assertThat(below.isFolder("b")).isTrue();
    assertThat(below.realPath("in.yaml")).contains("b/c.yaml");
    assertThat(below.file("d.yaml")).isEmpty();
    assertThatThrownBy(() -> below.file("out.yaml")).hasMessageContaining("leads out");
    assertThat(whole.below("")).isSameAs(whole);
  }
}
