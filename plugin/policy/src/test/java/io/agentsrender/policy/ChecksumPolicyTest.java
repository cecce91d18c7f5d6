package io.agentsrender.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.manifest.FieldPath;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.source.Digest;
import io.agentsrender.yaml.MapNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumPolicyTest {
  private static final String SECRET =
      """
      apiVersion: v1
      kind: Secret
      metadata: {name: token}
      data: {token: aHVudGVyMg==}
      ---
      """;

  /** Pods that use the Secret {@code token} somehow. */
  private static String workload(String kind, String pod) {
    String group = kind.equals("Deployment") || kind.equals("StatefulSet") ? "apps/v1" : "batch/v1";
    return """
    apiVersion: %s
    kind: %s
    metadata: {name: web}
    spec:
      template:
        spec: %s
    ---
    """
        .formatted(group, kind, pod);
  }

  private static String deployment(String pod) {
    return workload("Deployment", pod);
  }

  private static final String ENV_FROM =
      "{containers: [{name: main, envFrom: [{secretRef: {name: token}}]}]}";

  private static Map<String, String> annotations(PolicyResult result, String name) {
    KubernetesObject object =
        result.objects().stream()
            .filter(it -> it.name().equals(name) && !it.isSecret())
            .findFirst()
            .orElseThrow();
    Map<String, String> all = new TreeMap<>();
    FieldPath.of("spec", "template", "metadata", "annotations").map(object.node()).stream()
        .flatMap(map -> map.entries().stream())
        .forEach(entry -> all.put(entry.name(), entry.value().toString()));
    return all;
  }

  private static PolicyResult apply(String objects, String checksums) {
    return Renders.apply(
        Renders.objects(objects), "rolloutChecksums: {enabled: true, " + checksums + "}");
  }

  private static String hash(String text) {
    return Digest.sha256(text.getBytes(UTF_8)).hex();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ENV_FROM,
        "{containers: [{name: main, env: [{name: A, valueFrom: {secretKeyRef: {name: token, key:"
            + " token}}}]}]}",
        "{containers: [{name: main}], volumes: [{name: v, secret: {secretName: token}}]}",
        "{containers: [{name: main}], volumes: [{name: v, projected: {sources: [{secret: {name:"
            + " token}}]}}]}",
        "{containers: [{name: main}], initContainers: [{name: first, envFrom: [{secretRef: {name:"
            + " token}}]}]}",
      })
  void every_way_to_use_a_secret_counts(String pod) {
    PolicyResult result = apply(SECRET + deployment(pod), "secrets: [token]");

    assertThat(result.problems()).isEmpty();
    assertThat(annotations(result, "web"))
        .containsExactly(Map.entry("checksum/secret-token", hash("{\"token\":\"aHVudGVyMg==\"}")));
  }

  @Test
  void only_pods_that_use_it_and_are_replaced_are_annotated() {
    String objects =
        SECRET
            + deployment("{containers: [{name: main}]}").replace("name: web", "name: other")
            + workload("Job", ENV_FROM).replace("name: web", "name: job")
            + workload("StatefulSet", ENV_FROM);
    PolicyResult result = apply(objects, "secrets: [token]");

    assertThat(annotations(result, "other")).isEmpty();
    assertThat(annotations(result, "job")).isEmpty();
    assertThat(annotations(result, "web")).hasSize(1);
  }

  private static String checksum(String object) {
    String kind = object.contains("kind: Secret") ? "secret" : "configmap";
    String reference = kind.equals("secret") ? "secretRef" : "configMapRef";
    String pod = "{containers: [{name: main, envFrom: [{" + reference + ": {name: token}}]}]}";
    PolicyResult result =
        apply(
            deployment(pod) + object,
            kind.equals("secret") ? "secrets: [token]" : "configMaps: [token]");
    assertThat(result.problems()).isEmpty();
    return Objects.requireNonNull(annotations(result, "web").get("checksum/" + kind + "-token"));
  }

  private static String object(String kind, String rest) {
    return "apiVersion: v1\nkind: " + kind + "\nmetadata: {name: token}\n" + rest;
  }

  @Test
  void the_hash_is_that_of_the_data_however_it_is_written() {
    String plain = checksum(object("Secret", "stringData: {a: x, b: y}\n"));

    assertThat(checksum(object("Secret", "data: {b: eQ==, a: eA==}\n"))).isEqualTo(plain);
    assertThat(checksum(object("Secret", "data: {b: \"eQ==\\n\", a: cg==}\nstringData: {a: x}\n")))
        .isEqualTo(plain);
    assertThat(checksum(object("Secret", "type: Opaque\nstringData: {b: y, a: x}\n")))
        .isEqualTo(plain);
    assertThat(checksum(object("ConfigMap", "data: {a: x, b: y}\n"))).isEqualTo(plain);
    assertThat(checksum(object("ConfigMap", "data: {a: x}\nbinaryData: {b: eQ==}\n")))
        .isEqualTo(plain);
    assertThat(checksum(object("ConfigMap", "data: {a: x, b: z}\n"))).isNotEqualTo(plain);
    assertThat(checksum(object("ConfigMap", "data: {a: x, c: y}\n"))).isNotEqualTo(plain);
  }

  @Test
  void data_that_is_no_base64_is_an_error_without_the_data() {
    PolicyResult result;
    try {
      result =
          apply(deployment(ENV_FROM) + object("Secret", "data: {a: hunter2!}\n"), "auto: true");
    } catch (io.agentsrender.source.RenderException e) {
      assertThat(e.problems().toString())
          .contains("the value of \"a\" is not Base64")
          .doesNotContain("hunter2");
      return;
    }
    assertThat(result.problems()).as("an error was expected").isNotEmpty();
  }

  @Test
  void what_the_render_does_not_hold_is_told_by_name_with_a_warning() {
    PolicyResult result = apply(deployment(ENV_FROM), "secrets: [token]");

    assertThat(annotations(result, "web"))
        .containsEntry("checksum/secret-token", hash("secret:default/token"));
    assertThat(Renders.reasons(result))
        .singleElement()
        .asString()
        .startsWith("WARNING")
        .contains("values.yaml:1:45")
        .contains("{name: token, checksum: <SHA-256>}");
  }

  @Test
  void a_given_checksum_wins() {
    String given = "0123456789".repeat(6) + "0123";
    PolicyResult result =
        apply(SECRET + deployment(ENV_FROM), "secrets: [{name: token, checksum: " + given + "}]");

    assertThat(result.problems()).isEmpty();
    assertThat(annotations(result, "web")).containsEntry("checksum/secret-token", given);
  }

  @Test
  void an_entry_may_be_of_one_namespace_only() {
    String elsewhere = deployment(ENV_FROM).replace("{name: web}", "{name: far, namespace: far}");
    PolicyResult result =
        apply(
            deployment(ENV_FROM) + elsewhere,
            "secrets: [{name: token, namespace: far, checksum: \"" + "a".repeat(64) + "\"}]");

    assertThat(annotations(result, "web")).isEmpty();
    assertThat(annotations(result, "far")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        apiVersion: external-secrets.io/v1beta1
        kind: ExternalSecret
        metadata: {name: made}
        spec: {target: {name: token}, data: [{secretKey: a, remoteRef: {key: KEY}}]}
        """,
        """
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata: {name: token}
        spec: {data: [{secretKey: a, remoteRef: {key: KEY}}]}
        """,
        """
        apiVersion: bitnami.com/v1alpha1
        kind: SealedSecret
        metadata: {name: token}
        spec: {encryptedData: {a: KEY}}
        """,
      })
  void what_makes_a_secret_counts_by_its_specification(String maker) {
    PolicyResult one = apply(deployment(ENV_FROM) + maker, "secrets: [token]");
    PolicyResult labelled =
        apply(
            deployment(ENV_FROM)
                + maker.replaceFirst("metadata: \\{name", "metadata: {labels: {a: b}, name"),
            "secrets: [token]");
    PolicyResult two =
        apply(deployment(ENV_FROM) + maker.replace("KEY", "OTHER"), "secrets: [token]");

    assertThat(one.problems()).isEmpty();
    assertThat(annotations(one, "web")).isEqualTo(annotations(labelled, "web"));
    assertThat(annotations(one, "web")).isNotEqualTo(annotations(two, "web"));
  }

  @Test
  void all_references_are_covered_on_request() {
    String pod =
        "{containers: [{name: main, envFrom: [{secretRef: {name: token}}, {configMapRef: {name:"
            + " settings}}]}]}";

    assertThat(annotations(apply(SECRET + deployment(pod), "auto: true"), "web").keySet())
        .containsExactly("checksum/configmap-settings", "checksum/secret-token");
    assertThat(annotations(apply(SECRET + deployment(pod), "auto: false"), "web")).isEmpty();
  }

  @Test
  void what_no_pod_uses_is_a_warning() {
    assertThat(Renders.reasons(apply(SECRET + deployment(ENV_FROM), "secrets: [token, tokn]")))
        .singleElement()
        .asString()
        .startsWith("WARNING")
        .contains("tokn");
  }

  @Test
  void an_annotation_that_is_there_is_kept() {
    String own =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          template:
            metadata: {annotations: {checksum/secret-token: mine}}
            spec: {containers: [{name: main, envFrom: [{secretRef: {name: token}}]}]}
        ---
        """;
    PolicyResult result = apply(SECRET + own, "secrets: [token]");

    assertThat(annotations(result, "web")).containsEntry("checksum/secret-token", "mine");
    assertThat(Renders.reasons(result))
        .singleElement()
        .asString()
        .contains("Deployment.apps/web sets checksum/secret-token itself");
  }

  /** As the chart of that name makes it by itself. */
  @Test
  void what_a_chart_annotates_in_another_style_is_not_annotated_twice() {
    String key = "agents.proompteng.ai/checksum-secret-" + hash("secret:default/token");
    String own =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          template:
            metadata: {annotations: {%s: mine}}
            spec: {containers: [{name: main, envFrom: [{secretRef: {name: token}}]}]}
        ---
        """
            .formatted(key.substring(0, key.lastIndexOf('-') + 25));

    assertThat(annotations(apply(SECRET + own, "secrets: [token]"), "web")).hasSize(1);
  }

  /** The second is that of the chart of the same name, as its author writes it. */
  @Test
  void keys_are_valid_for_the_api_server_in_either_style() {
    String longName = "a".repeat(60);
    String objects = deployment(ENV_FROM.replace("token", longName));

    assertThat(annotations(apply(objects, "auto: true"), "web").keySet())
        .containsExactly("checksum/secret-" + hash(longName).substring(0, 24));
    assertThat(
            annotations(apply(deployment(ENV_FROM), "auto: true, keyStyle: agents"), "web")
                .keySet())
        .containsExactly(
            "agents.proompteng.ai/checksum-secret-"
                + hash("secret:default/token").substring(0, 24));
  }

  @Test
  void the_documented_key_is_given_only_with_a_warning() {
    PolicyResult result = apply(SECRET + deployment(ENV_FROM), "auto: true, keyStyle: literal");

    assertThat(annotations(result, "web")).containsKey("checksum/secret/token");
    assertThat(Renders.reasons(result))
        .singleElement()
        .asString()
        .contains("two slashes are refused by the Kubernetes API server");
  }

  @Test
  void only_objects_of_the_release_are_annotated() {
    List<KubernetesObject> objects =
        new java.util.ArrayList<>(Renders.objects(SECRET + deployment(ENV_FROM)));
    objects.addAll(
        Renders.objects(
            deployment(ENV_FROM).replace("{name: web}", "{name: neighbour}"),
            java.util.Optional.empty()));
    PolicyResult result =
        Renders.apply(objects, "rolloutChecksums: {enabled: true, secrets: [token]}");

    assertThat(annotations(result, "web")).hasSize(1);
    assertThat(annotations(result, "neighbour")).isEmpty();
    assertThat(result.objects().getLast()).isSameAs(objects.getLast());
  }

  @Test
  void an_empty_map_of_annotations_is_not_made() {
    List<KubernetesObject> objects = Renders.objects(deployment("{containers: [{name: main}]}"));
    MapNode node =
        Renders.apply(objects, "rolloutChecksums: {enabled: true, auto: true}")
            .objects()
            .getFirst()
            .node();

    assertThat(node).isSameAs(objects.getFirst().node());
  }
}
