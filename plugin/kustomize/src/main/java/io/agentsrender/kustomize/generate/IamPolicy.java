package io.agentsrender.kustomize.generate;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.kustomization.reader.StructReader;
import io.agentsrender.kustomize.resource.Resource;
import io.agentsrender.kustomize.resource.ResourceReader;
import io.agentsrender.source.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service account bound to one of Google Cloud (api/filters/iampolicygenerator). */
public record IamPolicy(
    String cloud,
    String account,
    String project,
    String name,
    String namespace,
    @Nullable Position position) {

  private record Named(String name, String other) {}

  public static IamPolicy read(StructReader fields) {
    Named service = named(fields, "kubernetesService", "KubernetesService", "namespace");
    Named account = named(fields, "serviceAccount", "ServiceAccount", "projectId");
    return new IamPolicy(
        fields.text("cloud"),
        account.name,
        account.other,
        service.name,
        service.other,
        fields.position());
  }

  private static Named named(StructReader fields, String field, String type, String other) {
    Named named =
        fields.struct(field, type, inner -> new Named(inner.text("name"), inner.text(other)));
    return named == null ? new Named("", "") : named;
  }

  public List<Resource> generate(ResourceReader reader) {
    if (!cloud.equals("gke")) {
      throw BuildFailure.of("cloud provider " + cloud + " not supported yet").at(position);
    }
    String text =
        """

        apiVersion: v1
        kind: ServiceAccount
        metadata:
          annotations:
            iam.gke.io/gcp-service-account: %s@%s.iam.gserviceaccount.com
          name: %s
        """
            .formatted(account, project, name);
    return reader.readText(
        namespace.isEmpty() ? text : text + "\n  namespace: " + namespace, position);
  }
}
