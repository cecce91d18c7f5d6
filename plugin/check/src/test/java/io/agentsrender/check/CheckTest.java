package io.agentsrender.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.render.Engine;
import io.agentsrender.render.request.Application;
import io.agentsrender.render.request.RenderRequest;
import io.agentsrender.source.Content;
import io.agentsrender.source.SourceTree;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CheckTest {
  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            containers:
              - name: web
                image: registry.example/web:1
                envFrom:
                  - secretRef: {name: web-token}
                  - secretRef: {name: web-extra, optional: true}
      """;

  private static final String SECRET =
      """
      apiVersion: v1
      kind: Secret
      metadata: {name: web-token}
      stringData: {token: hunter2}
      """;

  @Test
  void findsNothingInAGoodApplication() {
    CheckReport report =
        check(Map.of("web/deployment.yaml", DEPLOYMENT, "web/secret.yaml", SECRET));

    assertThat(report.findings()).isEmpty();
    assertThat(report.count()).isEqualTo(2);
  }

  @Test
  void placesAFindingAtTheVeryLine() {
    CheckReport report = check(Map.of("web/deployment.yaml", DEPLOYMENT));

    assertThat(report.findings()).hasSize(1);
    Finding finding = report.findings().getFirst();
    assertThat(finding.rule().name()).isEqualTo("secret-missing");
    assertThat(finding.place()).hasToString("Optional[web/deployment.yaml:13:33]");
    assertThat(finding.excerpt()).contains("- secretRef: {name: web-token}");
  }

  @Test
  void reportsAnApplicationThatDoesNotRender() {
    CheckReport report =
        check(Map.of("web/broken.yaml", "apiVersion: v1\nkind: [\nmetadata: {}\n"));

    assertThat(report.has(Level.ERROR)).isTrue();
    assertThat(report.findings().getFirst().rule().name()).isEqualTo("render");
    assertThat(report.count()).isZero();
  }

  @Test
  void knowsPodsThatAControllerMakes() {
    String database =
        """
        apiVersion: postgresql.cnpg.io/v1
        kind: Cluster
        metadata: {name: db}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: db-read}
        spec: {selector: {cnpg.io/cluster: db}, ports: [{port: 5432}]}
        """;

    assertThat(check(Map.of("web/db.yaml", database)).findings()).isEmpty();
  }

  private static CheckReport check(Map<String, String> files) {
    Map<String, Content> tree = new TreeMap<>();
    files.forEach((path, text) -> tree.put(path, Content.ofText(text)));
    return new Check(new Engine(), RuleTable.all())
        .run(RenderRequest.of(SourceTree.of(tree), "web", Application.of("web", "shop")));
  }
}
