package io.agentsrender.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.source.Content;
import io.agentsrender.source.Problem;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.budget.Budget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What is made to break a build is refused with a reason: nothing is read outside of the tree, and
 * what grows without end comes to the end of a budget first. Escapes, cycles and plugins that
 * kustomize refuses too are recorded in test-clusters/goldens/kustomize.
 */
class HostileInputTest {
  /** No test may depend on the machine's pace: only steps and output count. */
  private static final Budget BUDGET =
      Budget.DEFAULT
          .withSteps(2_000_000)
          .withOutputBytes(64L << 20)
          .withTime(Duration.ofMinutes(30));

  private static final String OBJECT =
      "apiVersion: example.com/v1\nkind: Thing\nmetadata:\n  name: thing\n";

  private static Problem refused(SourceTree tree, String folder) {
    KustomizeResult result =
        KustomizeBuilder.build(tree, folder, KustomizeOptions.builder().budget(BUDGET).build());
    assertThat(result.isBuilt()).isFalse();
    assertThat(result.yaml()).isEmpty();
    return result.error().orElseThrow();
  }

  private static SourceTree.Builder tree(String... pathsAndTexts) {
    SourceTree.Builder builder = SourceTree.builder();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      builder.file(pathsAndTexts[i], Content.ofText(pathsAndTexts[i + 1]));
    }
    return builder;
  }

  @Test
  void aPathOutOfTheRepository() {
    Problem problem = refused(tree("a/kustomization.yaml", "resources: [../../x]\n").build(), "a");
    assertThat(problem.reason()).contains("leads out of the repository");
    assertThat(problem.place().orElseThrow()).hasToString("a/kustomization.yaml:1:13");
  }

  @Test
  void aLinkOutOfTheRepository() {
    SourceTree tree =
        tree("a/kustomization.yaml", "resources: [x.yaml]\n")
            .link("a/x.yaml", "../../../etc/passwd")
            .build();
    Problem problem = refused(tree, "a");
    assertThat(problem.reason()).contains("out of the");
    assertThat(problem.place().orElseThrow().file()).startsWith("a/");
  }

  @Test
  void aLinkToAFolderOutOfTheRepository() {
    SourceTree tree =
        tree("a/kustomization.yaml", "resources: [x]\n").link("a/x", "../../other").build();
    assertThat(refused(tree, "a").reason()).contains("out of the");
  }

  @Test
  void linksThatGoRound() {
    SourceTree tree =
        tree("a/kustomization.yaml", "resources: [x]\n").link("a/x", "y").link("a/y", "x").build();
    assertThat(refused(tree, "a").place()).isPresent();
  }

  @Test
  void aCycleThroughALink() {
    SourceTree tree = tree("a/kustomization.yaml", "resources: [b]\n").link("a/b", "../a").build();
    assertThat(refused(tree, "a").reason()).contains("cycle detected");
  }

  @Test
  void remoteEntriesNameTheEntryAndTheRemedy() {
    for (String entry :
        List.of(
            "https://example.com/app.yaml",
            "https://github.com/example/repo//base?ref=v1",
            "github.com/example/repo/base",
            "git@github.com:example/repo.git",
            "ssh://git@example.com/repo.git//base")) {
      Problem problem =
          refused(tree("kustomization.yaml", "resources:\n- " + entry + "\n").build(), "");
      assertThat(problem.reason() + problem.tried()).as(entry).contains("example");
      assertThat(problem.reason()).contains("no remote source is configured");
      assertThat(problem.advice().orElseThrow()).contains("Copy what it names into the repository");
      assertThat(problem.place().orElseThrow()).hasToString("kustomization.yaml:2:3");
    }
  }

  @Test
  void remoteChartsNameTheEntryAndTheRemedy() {
    String chart =
        """
        helmCharts:
        - name: web
          repo: https://charts.example.com
          version: 1.0.0
        """;
    Problem problem = refused(tree("kustomization.yaml", chart).build(), "");
    assertThat(problem.place().orElseThrow().file()).isEqualTo("kustomization.yaml");
    assertThat(problem.advice()).isPresent();
  }

  @Test
  void basesThatDouble() {
    SourceTree.Builder tree = tree("l0/kustomization.yaml", "resources: [a.yaml]\n");
    tree.file("l0/a.yaml", Content.ofText(OBJECT));
    for (int level = 1; level <= 40; level++) {
      String below = "../l" + (level - 1);
      tree.file("l" + level + "/kustomization.yaml", Content.ofText("resources: [a, b]\n"));
      for (String side : List.of("a", "b")) {
        tree.file(
            "l" + level + "/" + side + "/kustomization.yaml",
            Content.ofText("namePrefix: " + side + "\nresources: [../" + below + "]\n"));
      }
    }
    assertThat(refused(tree.build(), "l40").reason()).contains("steps");
  }

  @Test
  void generatorsOfOneHugeFile() {
    StringBuilder generators = new StringBuilder("configMapGenerator:\n");
    for (int i = 0; i < 100; i++) {
      generators.append("- name: m").append(i).append("\n  files: [big]\n");
    }
    SourceTree tree =
        tree("kustomization.yaml", generators.toString(), "big", "x".repeat(1 << 20)).build();
    assertThat(refused(tree, "").reason()).contains("bytes");
  }

  @Test
  void jsonPatchesThatDouble() {
    List<String> operations = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      operations.add("{\"op\": \"copy\", \"from\": \"/spec\", \"path\": \"/spec/x" + i + "\"}");
    }
    SourceTree tree =
        tree(
                "kustomization.yaml",
                "resources: [a.yaml]\npatches:\n- target: {kind: Thing}\n  path: patch.json\n",
                "a.yaml",
                OBJECT + "spec: {a: 1}\n",
                "patch.json",
                operations.toString())
            .build();
    assertThat(refused(tree, "").reason()).contains("steps");
  }

  @Test
  void replacementsThatDouble() {
    StringBuilder kustomization = new StringBuilder("resources: [a.yaml]\nreplacements:\n");
    for (int i = 0; i < 60; i++) {
      kustomization
          .append("- source: {kind: Thing, fieldPath: spec}\n")
          .append("  targets: [{select: {kind: Thing}, fieldPaths: [spec.x")
          .append(i)
          .append("], options: {create: true}}]\n");
    }
    SourceTree tree =
        tree("kustomization.yaml", kustomization.toString(), "a.yaml", OBJECT + "spec: {a: 1}\n")
            .build();
    assertThat(refused(tree, "").reason()).contains("steps");
  }

  @Test
  void textsThatDouble() {
    StringBuilder kustomization = new StringBuilder("resources: [a.yaml]\nreplacements:\n");
    for (int i = 0; i < 60; i++) {
      kustomization
          .append("- source: {kind: Thing, fieldPath: spec.a}\n")
          .append("  targets: [{select: {kind: Thing}, fieldPaths: [spec.a], ")
          .append("options: {delimiter: '-', index: -1}}]\n");
    }
    SourceTree tree =
        tree("kustomization.yaml", kustomization.toString(), "a.yaml", OBJECT + "spec: {a: text}\n")
            .build();
    assertThat(refused(tree, "").reason()).contains("bytes");
  }

  @Test
  void variablesInALongText() {
    SourceTree tree =
        tree(
                "kustomization.yaml",
                """
                resources: [a.yaml]
                vars:
                - name: A
                  objref: {apiVersion: v1, kind: ConfigMap, name: a}
                  fieldref: {fieldpath: data.a}
                """,
                "a.yaml",
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a: "
                    + "x".repeat(100_000)
                    + "}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: p}\n"
                    + "spec: {containers: [{name: c, args: [\""
                    + "$(A)".repeat(100_000)
                    + "\"]}]}\n")
            .build();
    assertThat(refused(tree, "").reason()).contains("bytes");
  }

  @Test
  void aLongPrefixOfManyObjects() {
    StringBuilder objects = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      objects.append("---\n").append(OBJECT).append(i).append('\n');
    }
    String names = objects.toString().replace("thing\n", "thing");
    SourceTree tree =
        tree(
                "kustomization.yaml",
                "namePrefix: " + "p".repeat(100_000) + "\nresources: [a.yaml]\n",
                "a.yaml",
                names)
            .build();
    assertThat(refused(tree, "").reason()).contains("bytes");
  }

  @Test
  void aliasesThatMultiply() {
    StringBuilder laughs = new StringBuilder(OBJECT).append("a0: &a0 [x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String below = "*a" + (i - 1);
      laughs.append("a").append(i).append(": &a").append(i).append(" [");
      laughs.append(String.join(", ", List.of(below, below, below, below, below, below, below)));
      laughs.append("]\n");
    }
    SourceTree tree =
        tree("kustomization.yaml", "resources: [a.yaml]\n", "a.yaml", laughs.toString()).build();
    assertThat(refused(tree, "").reason()).contains("aliases stand for more than");
  }

  @Test
  void nestingWithoutEnd() {
    SourceTree tree =
        tree(
                "kustomization.yaml",
                "resources: [a.yaml]\n",
                "a.yaml",
                OBJECT + "spec: " + "[".repeat(100_000) + "]".repeat(100_000) + "\n")
            .build();
    assertThat(refused(tree, "").place()).isPresent();
  }

  /** Each level holds the next; the levels of kustomizations are no levels of the stack. */
  @Test
  void kustomizationsWithoutEnd() {
    SourceTree.Builder tree = tree("l0/kustomization.yaml", "resources: [a.yaml]\n");
    tree.file("l0/a.yaml", Content.ofText(OBJECT));
    for (int level = 1; level <= 20_000; level++) {
      tree.file(
          "l" + level + "/kustomization.yaml",
          Content.ofText("resources: [../l" + (level - 1) + "]\n"));
    }
    assertThat(refused(tree.build(), "l20000").reason()).isNotEmpty();
  }
}
