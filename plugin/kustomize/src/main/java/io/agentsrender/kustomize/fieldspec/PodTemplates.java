package io.agentsrender.kustomize.fieldspec;

import java.util.Map;

/** Where kinds keep the specification of their pods. */
final class PodTemplates {
  static final Map<String, String> POD_SPECS =
      Map.of(
          "Pod", "spec",
          "PodTemplate", "template/spec",
          "ReplicationController", "spec/template/spec",
          "Deployment", "spec/template/spec",
          "ReplicaSet", "spec/template/spec",
          "DaemonSet", "spec/template/spec",
          "StatefulSet", "spec/template/spec",
          "Job", "spec/template/spec",
          "CronJob", "spec/jobTemplate/spec/template/spec");

  private PodTemplates() {}
}
