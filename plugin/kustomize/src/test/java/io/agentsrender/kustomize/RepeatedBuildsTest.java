package io.agentsrender.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.kustomize.resource.RecentDocuments;
import io.agentsrender.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The same tree gives the same bytes: again, at once, and in another order where none is said. */
class RepeatedBuildsTest {
  private static final int THREADS = 64;

  private static final SourceTree TREE =
      Trees.of(
          "base/kustomization.yaml",
          """
          namePrefix: b-
          resources: [a.yaml, b.yaml]
          configMapGenerator:
          - {name: settings, literals: [a=b, c=d]}
          replacements:
          - source: {kind: ConfigMap, name: plain, fieldPath: data.x}
            targets: [{select: {kind: Deployment}, fieldPaths: [spec.paused]}]
          """,
          "base/a.yaml",
          """
          apiVersion: apps/v1
          kind: Deployment
          metadata: {name: web}
          spec:
            paused: x
            template: {spec: {containers: [{name: c, image: nginx, envFrom: [{configMapRef: {name: settings}}]}]}}
          """,
          "base/b.yaml",
          """
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: plain}
          data: {x: "true"}
          """,
          "overlay/kustomization.yaml",
          """
          namespace: shop
          resources: [../base]
          labels: [{pairs: {app: web, team: a}, includeSelectors: true}]
          images: [{name: nginx, newTag: "2"}]
          patches:
          - patch: |
              apiVersion: apps/v1
              kind: Deployment
              metadata: {name: web}
              spec: {replicas: 3}
          """);

  private static String build(SourceTree tree, String folder) {
    return build(tree, folder, KustomizeOptions.DEFAULT);
  }

  private static String build(SourceTree tree, String folder, KustomizeOptions options) {
    KustomizeResult result = KustomizeBuilder.build(tree, folder, options);
    assertThat(result.error()).isEmpty();
    return result.yaml();
  }

  @Test
  void sixtyFourAtOnce() throws InterruptedException, ExecutionException {
    sixtyFourAtOnce(KustomizeOptions.DEFAULT);
  }

  @Test
  void sixtyFourAtOnceOfWhatIsParsedAlready() throws InterruptedException, ExecutionException {
    sixtyFourAtOnce(KustomizeOptions.builder().cache(new RecentDocuments(1 << 20)).build());
  }

  /** One that can keep next to nothing drops the old for the new. */
  @Test
  void sixtyFourAtOnceWithoutRoom() throws InterruptedException, ExecutionException {
    sixtyFourAtOnce(KustomizeOptions.builder().cache(new RecentDocuments(3000)).build());
  }

  private static void sixtyFourAtOnce(KustomizeOptions options)
      throws InterruptedException, ExecutionException {
    String expected = build(TREE, "overlay");
    CountDownLatch together = new CountDownLatch(THREADS);
    List<Callable<String>> builds = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      builds.add(() -> {
        together.countDown();
        together.await();
        return build(TREE, "overlay", options);
      });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (Future<String> built : threads.invokeAll(builds)) {
        assertThat(built.get()).isEqualTo(expected);
      }
    }
  }

  /**
   * What kustomize prints is itself a resource that a kustomization without fields leaves alone.
   */
  @Test
  void theOutputIsAFixedPoint() {
    String once = build(TREE, "overlay");
    SourceTree again = Trees.of("kustomization.yaml", "resources: [all.yaml]\n", "all.yaml", once);
    assertThat(build(again, "")).isEqualTo(once);
  }

  /** The command sorts, so that the order of resources and of their documents does not show. */
  @Test
  void theOrderOfResourcesDoesNotShow() {
    String deployment = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\n";
    String service = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n";
    String namespace = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n";
    String first =
        build(
            Trees.of(
                "kustomization.yaml",
                "resources: [a.yaml, b.yaml]\n",
                "a.yaml",
                deployment + "---\n" + service,
                "b.yaml",
                namespace),
            "");
    String second =
        build(
            Trees.of(
                "kustomization.yaml",
                "resources: [b.yaml, a.yaml]\n",
                "a.yaml",
                service + "---\n" + deployment,
                "b.yaml",
                namespace),
            "");
    assertThat(second).isEqualTo(first);
  }
}
