package io.agentsrender.kustomize.fieldspec;

import static io.agentsrender.kustomize.fieldspec.PodTemplates.POD_SPECS;

import io.agentsrender.kustomize.identity.Gvk;
import java.util.ArrayList;
import java.util.List;

/** The fields that hold names of other objects (builtinpluginconsts/namereference.go). */
final class BuiltinNameReferences {
  private static final String RBAC = "rbac.authorization.k8s.io//";
  private static final String ADMISSION = "admissionregistration.k8s.io//";

  /** ReplicationController is missing: so it is in kustomize. */
  private static final List<String> POD_HOLDERS =
      List.of(
          "Pod",
          "PodTemplate",
          "Deployment",
          "ReplicaSet",
          "DaemonSet",
          "StatefulSet",
          "Job",
          "CronJob");

  /** ReplicaSet is missing: so it is in kustomize. */
  private static final List<String> ACCOUNT_HOLDERS =
      List.of(
          "Pod",
          "StatefulSet",
          "Deployment",
          "ReplicationController",
          "CronJob",
          "Job",
          "DaemonSet");

  private final List<NameReference> references = new ArrayList<>();

  private BuiltinNameReferences() {}

  static List<NameReference> all() {
    BuiltinNameReferences all = new BuiltinNameReferences();
    all.scaled();
    all.configMaps();
    all.secrets();
    all.services();
    all.roles();
    all.accounts();
    all.storage();
    all.others();
    return all.references;
  }

  private void add(String target, Specs referrers) {
    references.add(new NameReference(Specs.gvk(target), List.copyOf(referrers.list())));
  }

  private void scaled() {
    for (String kind :
        List.of("Deployment", "ReplicationController", "ReplicaSet", "StatefulSet")) {
      Specs specs = new Specs();
      specs.add("HorizontalPodAutoscaler", "spec/scaleTargetRef/name");
      add(kind, specs);
    }
  }

  /** The kind's pods, with the version kustomize gives for Pod itself. */
  private static String holder(String kind) {
    return kind.equals("Pod") ? "/v1/Pod" : kind;
  }

  private void configMaps() {
    Specs specs = new Specs();
    for (String kind : POD_HOLDERS) {
      String pod = POD_SPECS.get(kind);
      specs.add(
          holder(kind),
          pod + "/volumes/configMap/name",
          pod + "/containers/env/valueFrom/configMapKeyRef/name",
          pod + "/initContainers/env/valueFrom/configMapKeyRef/name",
          pod + "/containers/envFrom/configMapRef/name",
          pod + "/initContainers/envFrom/configMapRef/name",
          pod + "/volumes/projected/sources/configMap/name");
    }
    specs.add("Node", "spec/configSource/configMap");
    specs.add("Role", "rules/resourceNames");
    specs.add("ClusterRole", "rules/resourceNames");
    specs.add("Ingress", annotation("nginx.ingress.kubernetes.io", "fastcgi-params-configmap"));
    add("/v1/ConfigMap", specs);
  }

  private void secrets() {
    Specs specs = new Specs();
    for (String kind : POD_HOLDERS) {
      String pod = POD_SPECS.get(kind);
      specs.add(
          holder(kind),
          pod + "/volumes/secret/secretName",
          pod + "/containers/env/valueFrom/secretKeyRef/name",
          pod + "/initContainers/env/valueFrom/secretKeyRef/name",
          pod + "/containers/envFrom/secretRef/name",
          pod + "/initContainers/envFrom/secretRef/name",
          pod + "/imagePullSecrets/name",
          pod + "/volumes/projected/sources/secret/name");
    }
    specs.add(
        "Ingress",
        "spec/tls/secretName",
        annotation("ingress.kubernetes.io", "auth-secret"),
        annotation("nginx.ingress.kubernetes.io", "auth-secret"),
        annotation("nginx.ingress.kubernetes.io", "auth-tls-secret"));
    specs.add("ServiceAccount", "imagePullSecrets/name");
    specs.add(
        "StorageClass",
        "parameters/secretName",
        "parameters/adminSecretName",
        "parameters/userSecretName",
        "parameters/secretRef");
    specs.add("Role", "rules/resourceNames");
    specs.add("ClusterRole", "rules/resourceNames");
    specs.add(
        "serving.knative.dev/v1/Service",
        "spec/template/spec/containers/env/valueFrom/secretKeyRef/name");
    specs.add("PersistentVolume", "spec/azureFile/secretName");
    add("/v1/Secret", specs);
  }

  private static String annotation(String domain, String name) {
    return "metadata/annotations/" + domain + "\\/" + name;
  }

  private void services() {
    Specs specs = new Specs();
    specs.add("apps//StatefulSet", "spec/serviceName");
    specs.add(
        "Ingress",
        "spec/rules/http/paths/backend/serviceName",
        "spec/backend/serviceName",
        "spec/rules/http/paths/backend/service/name",
        "spec/defaultBackend/service/name");
    specs.add("apiregistration.k8s.io//APIService", "spec/service/name");
    specs.add(ADMISSION + "ValidatingWebhookConfiguration", "webhooks/clientConfig/service");
    specs.add(ADMISSION + "MutatingWebhookConfiguration", "webhooks/clientConfig/service");
    add("/v1/Service", specs);
  }

  private void roles() {
    Specs roles = new Specs();
    roles.add(RBAC + "RoleBinding", "roleRef/name");
    add(RBAC + "Role", roles);
    Specs clusterRoles = new Specs();
    clusterRoles.add(RBAC + "RoleBinding", "roleRef/name");
    clusterRoles.add(RBAC + "ClusterRoleBinding", "roleRef/name");
    add(RBAC + "ClusterRole", clusterRoles);
  }

  private void accounts() {
    Specs specs = new Specs();
    specs.add(RBAC + "RoleBinding", "subjects");
    specs.add(RBAC + "ClusterRoleBinding", "subjects");
    for (String kind : ACCOUNT_HOLDERS) {
      specs.add(kind, POD_SPECS.get(kind) + "/serviceAccountName");
    }
    add("/v1/ServiceAccount", specs);
  }

  private void storage() {
    Specs claims = new Specs();
    for (String kind : ACCOUNT_HOLDERS) {
      claims.add(kind, POD_SPECS.get(kind) + "/volumes/persistentVolumeClaim/claimName");
    }
    add("/v1/PersistentVolumeClaim", claims);
    Specs volumes = new Specs();
    volumes.add("PersistentVolumeClaim", "spec/volumeName");
    volumes.add("ClusterRole", "rules/resourceNames");
    add("/v1/PersistentVolume", volumes);
    Specs classes = new Specs();
    classes.add("PersistentVolume", "spec/storageClassName");
    classes.add("PersistentVolumeClaim", "spec/storageClassName");
    classes.add("StatefulSet", "spec/volumeClaimTemplates/spec/storageClassName");
    add("storage.k8s.io/v1/StorageClass", classes);
  }

  private void others() {
    Specs priorities = new Specs();
    for (String kind : ACCOUNT_HOLDERS) {
      priorities.add(kind, POD_SPECS.get(kind) + "/priorityClassName");
    }
    add("scheduling.k8s.io/v1/PriorityClass", priorities);
    Specs ingresses = new Specs();
    ingresses.add("Ingress", "spec/ingressClassName");
    // The version stands in the group: so it is in kustomize, and the row never applies.
    references.add(
        new NameReference(
            Gvk.of("networking.k8s.io/v1", "v1", "IngressClass"), List.copyOf(ingresses.list())));
    Specs policies = new Specs();
    policies.add(ADMISSION + "ValidatingAdmissionPolicyBinding", "spec/policyName");
    add(ADMISSION + "ValidatingAdmissionPolicy", policies);
  }
}
