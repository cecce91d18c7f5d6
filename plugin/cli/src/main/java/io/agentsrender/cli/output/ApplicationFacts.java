package io.agentsrender.cli.output;

import io.agentsrender.gitops.application.ArgoApplication;
import io.agentsrender.gitops.application.Rollout;
import io.agentsrender.render.application.ApplicationCatalog.Listed;
import io.agentsrender.yaml.json.JsonWriter;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is said of an Application beside its objects: where it goes, when, and how it is synced. */
record ApplicationFacts(ArgoApplication application, Rollout rollout) {
  static ApplicationFacts of(Listed listed) {
    return new ApplicationFacts(listed.application(), listed.rollout());
  }

  /** As comments. */
  void print(PrintStream out) {
    out.print("# Application " + application.name() + "\n");
    String wave = wave();
    if (!wave.isEmpty()) {
      out.print("# rollout: " + wave + "\n");
    }
    if (!application.syncOptions().isEmpty()) {
      out.print("# syncOptions: " + String.join(", ", application.syncOptions()) + "\n");
    }
    application
        .ignoreDifferences()
        .forEach(
            node -> out.print("# ignoreDifferences: " + JsonWriter.compact().write(node) + "\n"));
  }

  private String wave() {
    List<String> parts = new ArrayList<>();
    if (!rollout.set().isEmpty()) {
      parts.add("ApplicationSet " + rollout.set());
    }
    rollout.step().ifPresent(step -> parts.add("step " + step));
    if (!rollout.phase().isEmpty()) {
      parts.add("phase " + rollout.phase());
    }
    if (rollout.wave() != 0) {
      parts.add("wave " + rollout.wave());
    }
    if (rollout.reverseDeletion()) {
      parts.add("deleted in reverse order");
    }
    return String.join(", ", parts);
  }

  Map<String, Object> json() {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("name", application.name());
    line.put("namespace", application.destinationNamespace());
    line.put("project", application.project());
    line.put("cluster", application.destinationCluster());
    line.put("rollout", rolloutJson());
    line.put("syncOptions", application.syncOptions());
    line.put("ignoreDifferences", application.ignoreDifferences());
    return line;
  }

  private Map<String, Object> rolloutJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("applicationSet", rollout.set());
    rollout.step().ifPresent(step -> json.put("step", step.longValue()));
    json.put("phase", rollout.phase());
    json.put("wave", rollout.wave());
    json.put("deletionOrder", rollout.reverseDeletion() ? "Reverse" : "");
    return json;
  }
}
