package io.agentsrender.render;

import static io.agentsrender.render.TestApplication.problems;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.source.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong settings of policies fail the render with the file and line of the setting. */
class PolicyBadInputTest {
  private static final String CHART =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      spec:
        strategy: {{ .Values.strategy | default dict | toJson }}
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            containers:
              - name: web
                image: {{ .Values.image | default "example.test/web:1" | quote }}
      """;

  private static TestApplication chart() {
    return TestApplication.at("chart")
        .file("chart/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n")
        .file("chart/templates/web.yaml", CHART)
        .apiVersions("v1", "argoproj.io/v1alpha1/Rollout");
  }

  static Stream<Arguments> settings() {
    return Stream.of(
        Arguments.of(
            "progressiveDelivery:\n  enabled: true\n  provider: flagger\n",
            "values.yaml:3:13",
            "progressiveDelivery.provider is \"flagger\"",
            "Supported: argo-rollouts."),
        Arguments.of(
            "progressiveDelivery:\n  enabled: true\n  canarySteps:\n    - setWeight: 120\n",
            "values.yaml:4:18",
            "progressiveDelivery.canarySteps[0].setWeight is 120",
            "Use a weight from 0 to 100."),
        Arguments.of(
            "progressiveDelivery:\n  enabled: true\n  canarySteps:\n    - setWeigth: 20\n",
            "values.yaml:4:7",
            "there is no setting \"progressiveDelivery.canarySteps[0].setWeigth\"",
            "Did you mean \"progressiveDelivery.canarySteps[0].setWeight\"?"),
        Arguments.of(
            """
            progressiveDelivery:
              enabled: true
              canarySteps:
                - setWeight: 20
                  pause: {}
            """,
            "values.yaml:4:7",
            "progressiveDelivery.canarySteps[0] has 2 kinds of step, and needs exactly one",
            "Make it one of setWeight, pause, analysis"),
        Arguments.of(
            """
            progressiveDelivery:
              enabled: true
              canarySteps:
                - pause: {duration: soon}
            """,
            "values.yaml:4:25",
            "progressiveDelivery.canarySteps[0].pause.duration is soon",
            "Use seconds, or a text such as 30s, 10m or 1h."),
        Arguments.of(
            """
            progressiveDelivery:
              enabled: true
              canarySteps:
                - setCanaryScale: {weight: 5}
            """,
            "values.yaml:4:7",
            "progressiveDelivery.canarySteps[0].setCanaryScale needs traffic routing",
            "Use setWeight, pause, analysis or experiment."),
        Arguments.of(
            """
            progressiveDelivery:
              enabled: true
              canarySteps:
                - experiment: {templates: [{name: a, specRef: canary, weight: 5}]}
            """,
            "values.yaml:4:67",
            "canarySteps[0].experiment.templates[0].weight needs traffic routing",
            "Leave it out, or set replicas."),
        Arguments.of(
            """
            progressiveDelivery:
              enabled: true
              canarySteps:
                - analysis: {templates: [{name: success-rate}]}
            """,
            "values.yaml:4:31",
            "there is no setting \"progressiveDelivery.canarySteps[0].analysis.templates[0].name\"",
            "Known settings: templateName, clusterScope."),
        Arguments.of(
            """
            progressiveDelivery:
              enabled: true
              canarySteps:
                - plugin: {nam: a/b}
            """,
            "values.yaml:4:16",
            "there is no setting \"progressiveDelivery.canarySteps[0].plugin.nam\"",
            "Did you mean \"progressiveDelivery.canarySteps[0].plugin.name\"?"),
        Arguments.of(
            "progressiveDelivery:\n  enabled: true\n  canarySteps: 20\n",
            "values.yaml:3:16",
            "progressiveDelivery.canarySteps is a number, not a list",
            ""),
        Arguments.of(
            "progressiveDelivery:\n  enabled: yes please\n",
            "values.yaml:2:12",
            "progressiveDelivery.enabled is a string, not true or false",
            ""),
        Arguments.of(
            "progressiveDelivery:\n  enabled: true\n  components: [controlers]\n",
            "values.yaml:3:16",
            "names \"controlers\", and no Deployment answers to that",
            "Use the name of a Deployment"),
        Arguments.of(
            "progressiveDelivery:\n  enabled: true\n  components: [web]\n  exclude:\n    - web\n",
            "values.yaml:5:7",
            "progressiveDelivery both names and excludes \"web\"",
            "Take it out of components or of exclude."),
        Arguments.of(
            "progressiveDelivery:\n  enabled: true\n  scaleDown: onsuccess\n",
            "values.yaml:3:14",
            "progressiveDelivery.scaleDown is set, but no Deployment stays beside its Rollout",
            "Set progressiveDelivery.mode to workloadRef"),
        Arguments.of(
            """
            rolloutChecksums:
              enabled: true
              secrets:
                - name: token
                  checksum: abc123
            """,
            "values.yaml:5:17",
            "rolloutChecksums.secrets[0].checksum of \"token\" has 6 characters and is no SHA-256",
            "Give 64 hexadecimal digits, in quotes."),
        Arguments.of(
            "rolloutChecksums:\n  enabled: true\n  secrets: [token, token]\n",
            "values.yaml:3:20",
            "rolloutChecksums.secrets names \"token\" twice",
            "Leave one of them out."),
        Arguments.of(
            "rolloutChecksums:\n  enabled: true\n  secret: [token]\n",
            "values.yaml:3:3",
            "there is no setting \"rolloutChecksums.secret\"",
            "Did you mean \"rolloutChecksums.secrets\"?"),
        Arguments.of(
            "imagePolicy:\n  requireDigest: true\n",
            "web/templates/web.yaml:13:18",
            "the image of container web of Deployment.apps/web is \"example.test/web:1\" and has no"
                + " digest",
            "digests are required at values.yaml:2:18"),
        Arguments.of(
            """
            web:
              image:
                repository: a
                tag: b
                digest: sha256:abc
            imagePolicy:
              components: [{name: web}]
            """,
            "values.yaml:5:13",
            "web.image.digest is \"sha256:abc\", which is no digest",
            "Use sha256: and 64 hexadecimal digits in lower case."),
        Arguments.of(
            "imagePolicy:\n  components:\n    - name: api\n",
            "values.yaml:3:13",
            "no workload and container of a release answers to \"api\"",
            ""),
        Arguments.of(
            "imagePolicy:\n  components:\n    - workload: web\n",
            "values.yaml:3:7",
            "imagePolicy.components[0].name is missing",
            "Give the component a name."),
        Arguments.of(
            "imagePolicy:\n  lockstep:\n    components: [web]\n",
            "values.yaml:3:5",
            "imagePolicy.lockstep.components has one name",
            "Name at least two components."),
        Arguments.of(
            "imagePolicy:\n  lockstep: {components: [web, api], allowCanary: [worker]}\n",
            "values.yaml:2:52",
            "imagePolicy.lockstep.allowCanary names \"worker\", which is not in lockstep",
            "Name one of [web, api]."),
        Arguments.of(
            "imagePolicy:\n  lockstep: {components: [web, api]}\n",
            "values.yaml:2:32",
            "no workload answers to \"api\"",
            ""),
        Arguments.of(
            "envPrecedence: components\n",
            "values.yaml:1:16",
            "envPrecedence is \"components\"",
            "Supported: unset, chart, component."));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void namesTheFileAndLine(String values, String place, String reason, String advice) {
    RenderResult result = chart().file("values.yaml", values).valueFiles("/values.yaml").render();

    assertThat(result.objects()).isEmpty();
    List<Problem> errors =
        result.problems().stream().filter(problem -> problem.reason().contains(reason)).toList();
    assertThat(errors).as(problems(result).toString()).hasSize(1);
    Problem error = errors.getFirst();
    assertThat(error.isError()).isTrue();
    assertThat(error.place()).hasToString("Optional[" + place + "]");
    assertThat(error.advice().orElse("")).contains(advice);
  }

  /** The same words, from the other place that settings come from. */
  @ParameterizedTest
  @MethodSource("settings")
  void namesTheLineOfTheParameter(String settings, String place, String reason, String advice) {
    String sections = settings.replaceFirst("(?s)^web:.*(?=imagePolicy)", "");
    RenderResult result =
        chart()
            .parameter("policies", sections)
            .parameter("values", "web: {image: {repository: a, tag: b, digest: \"sha256:abc\"}}")
            .render();

    assertThat(result.objects()).isEmpty();
    assertThat(result.problems().stream().filter(Problem::isError).map(Problem::reason))
        .anyMatch(text -> text.contains(reason));
    if (place.startsWith("values.yaml") && !reason.contains("sha256:abc")) {
      assertThat(problems(result))
          .anyMatch(text -> text.endsWith(place.replace("values.yaml", "the parameter policies")));
    }
    assertThat(advice).isNotNull();
  }

  @Test
  void bothSurgesZeroNamesTheDeploymentAndTheSetting() {
    assertThat(
            problems(
                chart()
                    .parameter(
                        "values",
                        """
                        strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 0}}
                        progressiveDelivery:
                          enabled: true
                        """)
                    .render()))
        .singleElement()
        .asString()
        .startsWith("ERROR: both maxSurge and maxUnavailable are zero, so no pod could change")
        .contains("asked for at the parameter values:3:12")
        .contains("at web/templates/web.yaml:6:");
  }

  @Test
  void aMissingKindNamesTheSetting() {
    assertThat(
            problems(
                chart()
                    .apiVersions("v1", "argoproj.io/v1alpha1", "argoproj.io/v1alpha1/Application")
                    .parameter("values", "progressiveDelivery: {enabled: true}")
                    .render()))
        .containsExactly(
            "ERROR: the cluster does not have the kind argoproj.io/v1alpha1/Rollout"
                + " at the parameter values:1:32");
  }

  @Test
  void everythingWrongIsReportedTogether() {
    assertThat(
            problems(
                chart()
                    .parameter(
                        "values",
                        """
                        progressiveDelivery: {enabled: true, provider: flagger, canarySteps: [{}]}
                        rolloutChecksums: {enabled: true, secrets: [{checksum: x}]}
                        envPrecedence: never
                        """)
                    .render()))
        .hasSize(5);
  }

  @Test
  void anUnknownSectionOfTheParameterIsAnError() {
    assertThat(problems(chart().parameter("policies", "progresiveDelivery: {}").render()))
        .containsExactly(
            "ERROR: there is no setting \"progresiveDelivery\" at the parameter policies:1:1");
  }

  @Test
  void noSettingShowsASecretOfItsRender() {
    RenderResult result =
        TestApplication.at("folder")
            .file(
                "folder/all.yaml",
                """
                apiVersion: v1
                kind: Secret
                metadata: {name: token}
                data: {token: "hunter2!"}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec:
                      containers: [{name: web, envFrom: [{secretRef: {name: token}}]}]
                """)
            .parameter("policies", "rolloutChecksums: {enabled: true, auto: true}")
            .render();

    assertThat(problems(result))
        .containsExactly("ERROR: the value of \"token\" is not Base64 at folder/all.yaml:4:8");
    assertThat(result.problems().toString()).doesNotContain("hunter2");
  }
}
