package io.agentsrender.policy;

import io.agentsrender.manifest.KubernetesObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A render and settings for it, both made up from a seed. The settings are such that nothing of the
 * render is an error.
 */
final class RandomRender {
  private static final List<String> NAMES =
      List.of("agents", "agents-controllers", "web", "worker", "agents-api");
  private static final List<String> CONFIG = List.of("settings", "token", "database", "absent");

  private final Random random;
  private final List<String> documents = new ArrayList<>();
  private final List<String> deployments = new ArrayList<>();
  private final String settings;

  RandomRender(long seed) {
    this.random = new Random(seed);
    for (String name : NAMES) {
      if (chance(2)) {
        workload(name);
      }
    }
    for (String name : CONFIG.subList(0, 3)) {
      config(name);
    }
    if (chance(2)) {
      hooks();
    }
    Collections.shuffle(documents, random);
    this.settings = makeSettings();
  }

  List<KubernetesObject> objects() {
    return Renders.objects(String.join("---\n", documents));
  }

  /** The same objects in another order. */
  List<KubernetesObject> shuffled() {
    List<String> others = new ArrayList<>(documents);
    Collections.shuffle(others, random);
    return Renders.objects(String.join("---\n", others));
  }

  String settings() {
    return settings;
  }

  /** One text for each section of the settings, in some order. */
  List<String> sections() {
    List<String> sections =
        new ArrayList<>(
            List.of(settings.split("(?m)^(?=\\S)", -1)).stream()
                .filter(it -> !it.isBlank())
                .toList());
    Collections.shuffle(sections, random);
    return sections;
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private String one(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private void workload(String name) {
    boolean deployment = !chance(5);
    if (deployment) {
      deployments.add(name);
    }
    String pod =
        """
            metadata:
              labels: {app: %s}
              %s
            spec:
              containers:
                - name: main
                  image: %s
                  env: [{name: LEVEL, value: shared}%s]
                  envFrom: [{%s: {name: %s}}]
        """
            .formatted(
                name,
                chance(3) ? "annotations: {team: shop}" : "",
                one(
                    "example.test/main:1",
                    "example.test/main",
                    "\"example.test/main:2@sha256:" + "a".repeat(64) + "\""),
                chance(2)
                    ? ", {name: TOKEN, valueFrom: {secretKeyRef: {name: token, key: token}}}"
                    : "",
                one("secretRef", "configMapRef"),
                CONFIG.get(random.nextInt(CONFIG.size())));
    String volumes =
        chance(2)
            ? "      volumes: [{name: v, "
                + one(
                    "configMap: {name: settings}", "secret: {secretName: database}", "emptyDir: {}")
                + "}]\n"
            : "";
    documents.add(
        """
        apiVersion: apps/v1
        kind: %s
        metadata:
          name: %s
          labels: {app.kubernetes.io/component: %s}
        spec:
          %s
          selector: {matchLabels: {app: %s}}
          %s
          template:
        """
                .formatted(
                    deployment ? "Deployment" : "StatefulSet",
                    name,
                    name.replaceFirst("^agents-", ""),
                    chance(2) ? "replicas: " + random.nextInt(5) : "revisionHistoryLimit: 3",
                    name,
                    deployment ? strategy() : "")
            + pod
            + volumes);
    documents.add(
        "apiVersion: v1\nkind: Service\nmetadata: {name: "
            + name
            + "}\nspec: {selector: {app: "
            + name
            + "}, ports: [{port: 80}]}\n");
    if (chance(2)) {
      documents.add(autoscaler(name));
    }
    if (chance(2)) {
      documents.add(
          "apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: "
              + name
              + "}\nspec: {minAvailable: 1, selector: {matchLabels: {app: "
              + name
              + "}}}\n");
    }
  }

  private String strategy() {
    return one(
        "minReadySeconds: 1",
        "strategy: {type: RollingUpdate}",
        "strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: "
            + (1 + random.nextInt(3))
            + "}}",
        "strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 25%}}",
        "strategy: {type: Recreate}");
  }

  private String autoscaler(String name) {
    return one(
            """
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: %s}
            spec: {maxReplicas: 3, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: %s}}
            """,
            """
            apiVersion: keda.sh/v1alpha1
            kind: ScaledObject
            metadata: {name: %s}
            spec: {scaleTargetRef: {name: %s}, triggers: []}
            """,
            """
            apiVersion: autoscaling.k8s.io/v1
            kind: VerticalPodAutoscaler
            metadata: {name: %s}
            spec: {targetRef: {apiVersion: apps/v1, kind: Deployment, name: %s}}
            """)
        .formatted(name, name);
  }

  private void config(String name) {
    String value = Integer.toString(random.nextInt(3));
    documents.add(
        one(
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: %s}
                data: {a: "%s", b: c}
                """,
                """
                apiVersion: v1
                kind: Secret
                metadata: {name: %s}
                stringData: {a: "%s", b: c}
                """,
                """
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata: {name: %s}
                spec: {key: "%s"}
                """)
            .formatted(name, value));
  }

  private void hooks() {
    for (String type : List.of("test", "pre-upgrade", "post-install")) {
      documents.add(
          "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: "
              + type
              + "\n  annotations: {helm.sh/hook: "
              + type
              + one("", ", helm.sh/hook-weight: \"3\"")
              + one("", ", helm.sh/hook-delete-policy: hook-succeeded")
              + "}\nspec: {template: {spec: {containers: [{name: main, image: x:1}]}}}\n");
    }
  }

  private String makeSettings() {
    StringBuilder text = new StringBuilder();
    if (chance(2)) {
      text.append("progressiveDelivery:\n  enabled: true\n  recreate: allow\n");
      if (!deployments.isEmpty() && chance(2)) {
        text.append("  components: [").append(deployments.getFirst()).append("]\n");
      }
      if (chance(2)) {
        text.append("  canarySteps: [{setWeight: 10}, {pause: {duration: 5m}}, {pause: {}}]\n");
      }
      if (chance(4)) {
        text.append("  mode: workloadRef\n");
      }
    }
    if (chance(2)) {
      text.append("rolloutChecksums:\n  enabled: true\n");
      text.append(
          chance(2)
              ? "  auto: true\n"
              : "  secrets: [token, database]\n  configMaps: [settings]\n");
      text.append(chance(4) ? "  keyStyle: agents\n" : "");
    }
    if (chance(2)) {
      text.append("hooks: {tests: postSync}\n");
    }
    if (chance(2)) {
      text.append("envPrecedence: component\n");
    }
    return text.toString();
  }
}
