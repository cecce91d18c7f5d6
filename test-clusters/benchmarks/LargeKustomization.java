import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A base and an overlay of a size that a team's repository comes to: services of four objects and a
 * generated configuration each, with what makes kustomize work: prefixes, and so references to
 * repair, labels, a namespace, images, replicas, and patches of both kinds.
 */
final class LargeKustomization {
  private LargeKustomization() {}

  /** Writes {@code base} and {@code overlay}, of five objects a service. */
  static void write(Path folder, int services) throws IOException {
    Path base = Files.createDirectories(folder.resolve("base"));
    Path overlay = Files.createDirectories(folder.resolve("overlay"));
    StringBuilder resources = new StringBuilder("resources:\n");
    StringBuilder generators = new StringBuilder("configMapGenerator:\n");
    StringBuilder images = new StringBuilder("images:\n");
    StringBuilder patches = new StringBuilder("patches:\n");
    for (int i = 0; i < services; i++) {
      String name = "service-" + i;
      Files.writeString(base.resolve(name + ".yaml"), objects(name));
      resources.append("- ").append(name).append(".yaml\n");
      generators.append("- name: %s-settings\n  literals: [A=%d, B=two, C=\"3\"]\n".formatted(name, i));
      if (i % 10 == 0) {
        images.append("- name: registry.example.com/%s\n  newTag: v%d.1\n".formatted(name, i));
        patches.append(patch(name));
      }
    }
    Files.writeString(base.resolve("kustomization.yaml"), resources + generators.toString());
    Files.writeString(
        overlay.resolve("kustomization.yaml"),
        """
        resources:
        - ../base
        namespace: team
        namePrefix: team-
        labels:
        - pairs:
            team: platform
          includeSelectors: true
        commonAnnotations:
          example.com/owner: platform
        """
            + images
            + patches
            + """
            - target:
                kind: Deployment
                name: service-.*
              patch: |
                - op: replace
                  path: /spec/replicas
                  value: 3
            """);
  }

  private static String patch(String name) {
    return """
        - patch: |
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: %1$s
            spec:
              template:
                spec:
                  containers:
                  - name: %1$s
                    env:
                    - name: LOG_LEVEL
                      value: debug
        """
        .formatted(name);
  }

  private static String objects(String name) {
    return """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: %1$s
        spec:
          replicas: 1
          selector:
            matchLabels:
              app: %1$s
          template:
            metadata:
              labels:
                app: %1$s
            spec:
              serviceAccountName: %1$s
              containers:
              - name: %1$s
                image: registry.example.com/%1$s:v1
                envFrom:
                - configMapRef:
                    name: %1$s-settings
                env:
                - name: LOG_LEVEL
                  value: info
                - name: TOKEN
                  valueFrom:
                    secretKeyRef:
                      name: %1$s
                      key: token
                ports:
                - containerPort: 8080
                  name: http
                resources:
                  requests:
                    cpu: 100m
                    memory: 128Mi
                livenessProbe:
                  httpGet:
                    path: /healthz
                    port: http
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: %1$s
        spec:
          selector:
            app: %1$s
          ports:
          - port: 80
            targetPort: http
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: %1$s
        ---
        apiVersion: v1
        kind: Secret
        metadata:
          name: %1$s
        stringData:
          token: none
        """
        .formatted(name);
  }
}
