package io.agentsrender.kustomize.fieldspec;

import static io.agentsrender.kustomize.fieldspec.PodTemplates.POD_SPECS;

import java.util.ArrayList;
import java.util.List;

/** The field specs kustomize has of its own (api/internal/konfig/builtinpluginconsts). */
public final class BuiltinConfig {
  /** Up to 5.6, images of volumes are not known. */
  public static final TransformerConfig WITHOUT_IMAGE_VOLUMES = config(false);

  public static final TransformerConfig LATEST = config(true);

  private BuiltinConfig() {}

  /** Whether it is one of these, which stay as they are when they are merged into the empty one. */
  public static boolean isBuiltin(TransformerConfig config) {
    return config == LATEST || config == WITHOUT_IMAGE_VOLUMES;
  }

  private static TransformerConfig config(boolean imageVolumes) {
    List<FieldSpec> templateLabels = templateLabels();
    return new TransformerConfig(
            List.of(FieldSpec.of("metadata/name", false)),
            List.of(FieldSpec.of("metadata/name", false)),
            namespace(),
            commonLabels(templateLabels),
            List.of(),
            templateLabels,
            commonAnnotations(),
            BuiltinNameReferences.all(),
            varReference(),
            images(imageVolumes),
            replicas())
        .sorted();
  }

  private static List<FieldSpec> namespace() {
    Specs specs = new Specs();
    specs.create("Namespace", "metadata/name");
    specs.create("apiregistration.k8s.io//APIService", "spec/service/namespace");
    specs.add(
        "apiextensions.k8s.io//CustomResourceDefinition",
        "spec/conversion/webhook/clientConfig/service/namespace");
    return specs.list();
  }

  private static List<FieldSpec> templateLabels() {
    Specs specs = new Specs();
    specs.create("", "metadata/labels");
    specs.create("/v1/ReplicationController", "spec/template/metadata/labels");
    specs.create("Deployment", "spec/template/metadata/labels");
    specs.create("ReplicaSet", "spec/template/metadata/labels");
    specs.create("DaemonSet", "spec/template/metadata/labels");
    specs.create(
        "apps//StatefulSet",
        "spec/template/metadata/labels",
        "spec/volumeClaimTemplates[]/metadata/labels");
    specs.create("batch//Job", "spec/template/metadata/labels");
    specs.create(
        "batch//CronJob",
        "spec/jobTemplate/metadata/labels",
        "spec/jobTemplate/spec/template/metadata/labels");
    return specs.list();
  }

  private static List<FieldSpec> commonLabels(List<FieldSpec> templateLabels) {
    Specs specs = new Specs();
    specs.create("/v1/Service", "spec/selector");
    specs.create("/v1/ReplicationController", "spec/selector");
    specs.create("Deployment", "spec/selector/matchLabels");
    specs.add("apps//Deployment", podSelectors());
    specs.create("ReplicaSet", "spec/selector/matchLabels");
    specs.create("DaemonSet", "spec/selector/matchLabels");
    specs.create("apps//StatefulSet", "spec/selector/matchLabels");
    specs.add("apps//StatefulSet", podSelectors());
    specs.add("batch//Job", "spec/selector/matchLabels");
    specs.add("batch//CronJob", "spec/jobTemplate/spec/selector/matchLabels");
    specs.add("policy//PodDisruptionBudget", "spec/selector/matchLabels");
    specs.add(
        "networking.k8s.io//NetworkPolicy",
        "spec/podSelector/matchLabels",
        "spec/ingress/from/podSelector/matchLabels",
        "spec/egress/to/podSelector/matchLabels");
    List<FieldSpec> all = new ArrayList<>(specs.list());
    all.addAll(templateLabels);
    return all;
  }

  /** The selectors inside a pod's own affinities and spread constraints. */
  private static String[] podSelectors() {
    List<String> paths = new ArrayList<>();
    for (String affinity : List.of("podAffinity", "podAntiAffinity")) {
      String path = "spec/template/spec/affinity/" + affinity;
      paths.add(
          path
              + "/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm/labelSelector/matchLabels");
      paths.add(path + "/requiredDuringSchedulingIgnoredDuringExecution/labelSelector/matchLabels");
    }
    paths.add("spec/template/spec/topologySpreadConstraints/labelSelector/matchLabels");
    return paths.toArray(String[]::new);
  }

  private static List<FieldSpec> commonAnnotations() {
    Specs specs = new Specs();
    specs.create("", "metadata/annotations");
    specs.create("/v1/ReplicationController", "spec/template/metadata/annotations");
    for (String kind :
        List.of("Deployment", "ReplicaSet", "DaemonSet", "StatefulSet", "batch//Job")) {
      specs.create(kind, "spec/template/metadata/annotations");
    }
    specs.create(
        "batch//CronJob",
        "spec/jobTemplate/metadata/annotations",
        "spec/jobTemplate/spec/template/metadata/annotations");
    return specs.list();
  }

  private static List<FieldSpec> varReference() {
    Specs specs = new Specs();
    for (String kind :
        List.of("CronJob", "DaemonSet", "Deployment", "Job", "Pod", "ReplicaSet", "StatefulSet")) {
      String pod = POD_SPECS.get(kind);
      for (String containers : List.of("/containers/", "/initContainers/")) {
        for (String field : List.of("args", "command", "env/value", "volumeMounts/mountPath")) {
          specs.add(kind, pod + containers + field);
        }
      }
    }
    // Not a pod's path: so it stands in kustomize.
    specs.add("CronJob", "spec/jobTemplate/spec/template/volumes/nfs/server");
    for (String kind : List.of("DaemonSet", "Deployment", "Job", "Pod", "ReplicaSet")) {
      specs.add(kind, POD_SPECS.get(kind) + "/volumes/nfs/server");
    }
    specs.add("StatefulSet", "spec/volumeClaimTemplates/spec/nfs/server");
    specs.add("Deployment", "spec/template/metadata/annotations");
    specs.add("Ingress", "spec/rules/host", "spec/tls/hosts", "spec/tls/secretName");
    specs.add("Service", "spec/ports/port", "spec/ports/targetPort");
    specs.add("PersistentVolume", "spec/nfs/server");
    specs.add("", "metadata/labels", "metadata/annotations");
    return specs.list();
  }

  private static List<FieldSpec> images(boolean volumes) {
    Specs specs = new Specs();
    for (String pod : List.of("spec", "spec/template/spec")) {
      specs.create("", pod + "/containers[]/image", pod + "/initContainers[]/image");
      if (volumes) {
        specs.create("", pod + "/volumes[]/image/reference");
      }
    }
    return specs.list();
  }

  private static List<FieldSpec> replicas() {
    Specs specs = new Specs();
    for (String kind :
        List.of("Deployment", "ReplicationController", "ReplicaSet", "StatefulSet")) {
      specs.create(kind, "spec/replicas");
    }
    return specs.list();
  }
}
