package io.agentsrender.render;

import static io.agentsrender.render.TestApplication.names;
import static io.agentsrender.render.TestApplication.problems;
import static io.agentsrender.render.TestApplication.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How settings of policies reach them, and whose objects they touch. */
class PolicyWiringTest {
  private static final String ROLLOUTS = "argoproj.io/v1alpha1/Rollout";

  /** Refuses every key that it does not know. */
  private static final String STRICT_SCHEMA =
      "{\"type\": \"object\", \"additionalProperties\": false,"
          + " \"properties\": {\"colour\": {\"type\": \"string\"}, \"global\": {}}}";

  private static String deployment(String name) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: %s
    spec:
      selector:
        matchLabels:
          app: %s
      template:
        metadata:
          labels:
            app: %s
        spec:
          containers:
            - name: web
              image: example.test/web:1
              envFrom:
                - configMapRef:
                    name: settings
    """
        .replace("%s", name);
  }

  private static TestApplication withChart(String path, String chart) {
    return TestApplication.at(path)
        .file(chart + "/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n")
        .file(chart + "/values.yaml", "colour: red\n")
        .file(chart + "/values.schema.json", STRICT_SCHEMA)
        .file(chart + "/templates/web.yaml", deployment("{{ .Release.Name }}"))
        .file(
            chart + "/templates/seen.yaml",
            """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: settings
            data:
              values: {{ toJson .Values | quote }}
            """);
  }

  private static TestApplication chart() {
    return withChart("chart", "chart");
  }

  @Test
  void takesSettingsOutOfTheValuesOfAStrictChart() {
    RenderResult result =
        chart()
            .file(
                "values.yaml",
                """
                colour: blue
                progressiveDelivery:
                  enabled: true
                rolloutChecksums:
                  enabled: true
                  configMaps: [settings]
                """)
            .valueFiles("/values.yaml")
            .apiVersions(ROLLOUTS)
            .render();

    assertThat(problems(result)).isEmpty();
    assertThat(names(result)).containsExactly("ConfigMap/settings", "Rollout.argoproj.io/web");
    assertThat(yaml(result))
        .contains("values: '{\"colour\":\"blue\"}'")
        .containsPattern("checksum/configmap-settings: [0-9a-f]{64}");
  }

  @Test
  void changesNothingWhereNothingIsOn() {
    RenderResult plain = chart().render();
    RenderResult off =
        chart()
            .parameter(
                "values", "progressiveDelivery: {enabled: false, canarySteps: [{setWeight: 5}]}")
            .parameter("policies", "rolloutChecksums: {enabled: false, secrets: [a]}")
            .render();

    assertThat(yaml(off)).isEqualTo(yaml(plain)).contains("kind: Deployment");
  }

  @Test
  void leavesAChartThatDeclaresASectionToItself() {
    RenderResult result =
        chart()
            .file("chart/values.yaml", "colour: red\nprogressiveDelivery: {enabled: false}\n")
            .file("chart/values.schema.json", "{\"type\": \"object\"}")
            .parameter("values", "progressiveDelivery: {enabled: true, anything: 1}")
            .render();

    assertThat(problems(result)).isEmpty();
    assertThat(names(result)).contains("Deployment.apps/web");
    assertThat(yaml(result)).contains("progressiveDelivery");
  }

  /** As the schemas that are made from structures of Go have it. */
  @Test
  void findsADeclaredSectionBehindAReference() {
    RenderResult result =
        chart()
            .file(
                "chart/values.schema.json",
                """
                {"$ref": "#/$defs/web~1values",
                 "$defs": {"web/values": {"type": "object", "additionalProperties": false,
                   "properties": {"colour": {}, "global": {}, "progressiveDelivery": {}}}}}
                """)
            .parameter("values", "progressiveDelivery: {enabled: true, anything: 1}")
            .render();

    assertThat(problems(result)).isEmpty();
    assertThat(names(result)).contains("Deployment.apps/web");
    assertThat(yaml(result)).contains("progressiveDelivery");
  }

  @Test
  void letsParametersWinOverValues() {
    RenderResult result =
        chart()
            .parameter(
                "values", "progressiveDelivery: {enabled: true, canarySteps: [{setWeight: 5}]}")
            .parameter("policies", "progressiveDelivery: {canarySteps: [{setWeight: 50}]}")
            .apiVersions(ROLLOUTS)
            .render();

    assertThat(yaml(result)).contains("setWeight: 50").doesNotContain("setWeight: 5\n");
  }

  @Test
  void cannotTurnOffFromOutsideWhatTheChartDoesItself() {
    RenderResult result =
        chart()
            .file("chart/values.yaml", "colour: red\nprogressiveDelivery: {enabled: true}\n")
            .file("chart/values.schema.json", "{\"type\": \"object\"}")
            .parameter("policies", "progressiveDelivery:\n  enabled: false\n")
            .render();

    assertThat(problems(result))
        .containsExactly(
            "ERROR: progressiveDelivery.enabled is false, but the chart of release \"web\" does it"
                + " itself, and its values turn it on at chart/values.yaml:2:32"
                + " at the parameter policies:2:12");
  }

  @Test
  void touchesOnlyTheObjectsOfTheReleaseWhoseValuesAsk() {
    RenderResult result =
        withChart("app", "app/charts/web")
            .file(
                "app/kustomization.yaml",
                """
                resources: [neighbour.yaml]
                helmCharts:
                  - name: web
                    releaseName: one
                    valuesFile: one.yaml
                """)
            .file("app/one.yaml", "progressiveDelivery: {enabled: true}\n")
            .file("app/neighbour.yaml", deployment("neighbour"))
            .apiVersions(ROLLOUTS)
            .render();

    assertThat(problems(result)).isEmpty();
    assertThat(names(result))
        .containsExactlyInAnyOrder(
            "Deployment.apps/neighbour", "ConfigMap/settings", "Rollout.argoproj.io/one");
  }

  @Test
  void touchesEverythingWhereTheParameterAsks() {
    RenderResult result =
        TestApplication.at("folder")
            .file("folder/one.yaml", deployment("one"))
            .file("folder/two.yaml", deployment("two"))
            .parameter("policies", "progressiveDelivery: {enabled: true, components: [two]}")
            .apiVersions(ROLLOUTS)
            .render();

    assertThat(problems(result)).isEmpty();
    assertThat(names(result)).containsExactly("Deployment.apps/one", "Rollout.argoproj.io/two");
  }

  @Test
  void hashesWhatKustomizeMadeOfTheData() {
    TestApplication plain =
        withChart("app", "app/charts/web")
            .file(
                "app/kustomization.yaml",
                "helmCharts: [{name: web, releaseName: one, valuesFile: one.yaml}]\n")
            .file("app/one.yaml", "rolloutChecksums: {enabled: true, configMaps: [settings]}\n");
    String before = checksum(plain.render());
    String after =
        checksum(
            plain
                .file(
                    "app/kustomization.yaml",
                    """
                    helmCharts: [{name: web, releaseName: one, valuesFile: one.yaml}]
                    patches:
                      - target: {kind: ConfigMap, name: settings}
                        patch: |
                          - {op: add, path: /data/patched, value: "yes"}
                    """)
                .render());

    assertThat(before).hasSize(64);
    assertThat(after).hasSize(64).isNotEqualTo(before);
  }

  private static String checksum(RenderResult result) {
    assertThat(problems(result)).isEmpty();
    return yaml(result)
        .lines()
        .filter(line -> line.contains("checksum/configmap-settings"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void refusesSettingsWhereTwoReleasesShareAName() {
    RenderResult result =
        withChart("app", "app/charts/web")
            .file(
                "app/kustomization.yaml",
                """
                helmCharts:
                  - {name: web, releaseName: one, valuesFile: one.yaml}
                  - {name: web, releaseName: one, valuesFile: one.yaml, namespace: other}
                transformers: []
                """)
            .file("app/one.yaml", "\nprogressiveDelivery: {enabled: true}\n")
            .file("app/charts/web/templates/seen.yaml", "")
            .file("app/charts/web/templates/web.yaml", deployment("{{ .Release.Namespace }}"))
            .render();

    assertThat(problems(result))
        .containsExactly(
            "ERROR: two charts of the render are released as \"one\", so that nothing tells whose"
                + " objects the settings are for at app/one.yaml:2:1");
  }

  @Test
  void reportsWarningsAndMakesThemErrorsWhereItIsStrict() {
    TestApplication application =
        chart().parameter("policies", "progressiveDelivery: {enabled: true}");
    RenderResult result = application.render();
    String reason =
        "it is not known whether the cluster has the kind argoproj.io/v1alpha1/Rollout"
            + " at the parameter policies:1:32";

    assertThat(problems(result)).containsExactly("WARNING: " + reason);
    assertThat(names(result)).contains("Rollout.argoproj.io/web");

    RenderResult strict = application.parameter("strict", "true").render();
    assertThat(problems(strict)).containsExactly("ERROR: " + reason);
    assertThat(strict.objects()).isEmpty();
    assertThat(strict.images()).hasSize(1);
  }

  /** In rising order: the repository, values, component.yaml, parameters. */
  @Test
  void layersSettings() {
    TestApplication application =
        withChart("environments/dev/components/apps/web", "charts/web")
            .file(
                "environments/dev/components/apps/web/component.yaml",
                """
                name: web
                project: apps
                domain: apps
                chart: {repoURL: https://git.test/own.git, path: charts/web}
                """)
            .file(
                "agents-render.yaml",
                """
                environments: {dev: {namespace: shop}}
                repositories: {https://git.test/own.git: .}
                policies:
                  progressiveDelivery:
                    enabled: true
                    canarySteps: [{setWeight: 1}]
                """)
            .parameter("environment", "dev")
            .apiVersions(ROLLOUTS);
    assertThat(problems(application.render())).isEmpty();
    assertThat(yaml(application.render())).contains("- setWeight: 1\n");

    application.parameter("values", "progressiveDelivery: {canarySteps: [{setWeight: 2}]}");
    assertThat(yaml(application.render())).contains("- setWeight: 2\n");

    application.file(
        "environments/dev/components/apps/web/component.yaml",
        """
        name: web
        project: apps
        domain: apps
        rolloutPhase: "120"
        chart: {repoURL: https://git.test/own.git, path: charts/web}
        policies:
          progressiveDelivery:
            canarySteps: [{setWeight: 3}, {pause: {}}]
        """);
    assertThat(yaml(application.render())).contains("- setWeight: 3\n");
    assertThat(problems(application.render()))
        .singleElement()
        .asString()
        .contains("every later rollout phase than 120");

    application.parameter("policies", "progressiveDelivery: {canarySteps: [{setWeight: 4}]}");
    assertThat(yaml(application.render())).contains("- setWeight: 4\n");
  }

  @Test
  void holdsRulesInTheEnvironmentsTheyAreFor() {
    TestApplication application =
        TestApplication.at("folder")
            .file("folder/one.yaml", deployment("one"))
            .file("folder/two.yaml", deployment("two").replace("web:1", "web:2"))
            .parameter(
                "policies",
                "imagePolicy: {lockstep: {components: [one, two], environments: [production]}}");

    assertThat(problems(application.render())).isEmpty();
    assertThat(problems(application.parameter("environment", "production").render()))
        .anyMatch(problem -> problem.contains("they are to be of the same commit"));
  }

  /** kustomize merges both into one text; an error still names the line that somebody wrote. */
  @Test
  void namesTheLinesOfMergedValues() {
    TestApplication application =
        withChart("app", "app/charts/web")
            .file(
                "app/kustomization.yaml",
                """
                helmCharts:
                  - name: web
                    releaseName: one
                    valuesFile: one.yaml
                    valuesInline:
                      progressiveDelivery:
                        provider: flagger
                """)
            .file(
                "app/one.yaml",
                "colour: blue\nprogressiveDelivery:\n  enabled: true\n  exclud: []\n")
            .apiVersions(ROLLOUTS);

    assertThat(problems(application.render()))
        .containsExactlyInAnyOrder(
            "ERROR: progressiveDelivery.provider is \"flagger\" at app/kustomization.yaml:7:19",
            "ERROR: there is no setting \"progressiveDelivery.exclud\" at app/one.yaml:4:3");
  }

  @Test
  void refusesSettingsThatAreNoMap() {
    assertThat(problems(chart().parameter("policies", "- a").render()))
        .containsExactly(
            "ERROR: the parameter policies is a list, not a map at the parameter policies:1:1");
    assertThat(problems(chart().parameter("policies", "a: 1\n---\nb: 2\n").render()))
        .containsExactly(
            "ERROR: the parameter policies has 2 documents at the parameter policies:3:1");
  }
}
