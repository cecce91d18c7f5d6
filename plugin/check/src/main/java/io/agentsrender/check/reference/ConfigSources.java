package io.agentsrender.check.reference;

import io.agentsrender.check.subject.Subject;
import io.agentsrender.manifest.FieldPath;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.checksum.ConfigContent;
import io.agentsrender.policy.checksum.ConfigKind;
import io.agentsrender.policy.checksum.ConfigReference;
import io.agentsrender.policy.workload.Nodes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The Secrets and ConfigMaps that a render gives, or that controllers make of its objects. */
final class ConfigSources {
  /** In every namespace there is: of Kubernetes, of OpenShift, of Istio. */
  private static final Set<String> ALWAYS_THERE =
      Set.of("kube-root-ca.crt", "openshift-service-ca.crt", "istio-ca-root-cert");

  private static final FieldPath DESTINATION = FieldPath.of("spec", "destination", "name");
  private static final FieldPath SECRET_NAME = FieldPath.of("spec", "secretName");
  private static final FieldPath SECRET_OBJECTS = FieldPath.of("spec", "secretObjects");

  private final Subject subject;

  ConfigSources(Subject subject) {
    this.subject = subject;
  }

  boolean has(ConfigReference reference) {
    if (reference.kind() == ConfigKind.CONFIG_MAP && ALWAYS_THERE.contains(reference.name())) {
      return true;
    }
    return subject.objects().stream()
        .filter(object -> subject.namespaceOf(object).equals(reference.namespace()))
        .anyMatch(object -> gives(object, reference));
  }

  private static boolean gives(KubernetesObject object, ConfigReference reference) {
    return ConfigContent.gives(object, reference.namespace(), reference)
        || reference.kind() == ConfigKind.SECRET && made(object).anyMatch(reference.name()::equals);
  }

  /** The Secrets that well-known controllers make for an object. */
  private static Stream<String> made(KubernetesObject object) {
    String name = object.name();
    return switch (object.kind() + "." + object.group()) {
      case "Certificate.cert-manager.io" -> SECRET_NAME.text(object.node()).stream();
      case "Cluster.postgresql.cnpg.io" ->
          Stream.of("app", "superuser", "ca", "server", "replication").map(it -> name + "-" + it);
      case "KafkaUser.kafka.strimzi.io", "Tenant.minio.min.io" -> Stream.of(name);
      case "SecretProviderClass.secrets-store.csi.x-k8s.io" -> mounted(object);
      case "VaultStaticSecret.secrets.hashicorp.com",
          "VaultDynamicSecret.secrets.hashicorp.com",
          "VaultPKISecret.secrets.hashicorp.com" ->
          DESTINATION.text(object.node()).stream();
      default -> Stream.empty();
    };
  }

  private static Stream<String> mounted(KubernetesObject object) {
    return SECRET_OBJECTS.list(object.node()).map(List::of).orElse(List.of()).stream()
        .flatMap(Nodes::maps)
        .flatMap(entry -> Nodes.text(entry.get("secretName")).stream());
  }
}
