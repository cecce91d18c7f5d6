package io.agentsrender.cli;

import io.agentsrender.gitops.application.ApplicationSource;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.render.application.ApplicationCatalog.Listed;
import io.agentsrender.render.application.ApplicationRender;
import io.agentsrender.render.application.SourceOutcome;
import io.agentsrender.yaml.json.JsonWriter;
import io.agentsrender.yaml.write.YamlWriter;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How Applications are printed. */
enum AppsOutput {
  /** A line for each Application. */
  table {
    @Override
    void list(List<Listed> applications, PrintStream out) {
      List<List<String>> rows = new ArrayList<>();
      rows.add(
          List.of("APPLICATION", "NAMESPACE", "PROJECT", "PHASE", "STEP", "WAVE", "SET", "SOURCE"));
      for (Listed listed : applications) {
        rows.add(
            List.of(
                listed.application().name(),
                dash(listed.application().destinationNamespace()),
                dash(listed.application().project()),
                dash(listed.rollout().phase()),
                listed.rollout().step().map(String::valueOf).orElse("-"),
                String.valueOf(listed.rollout().wave()),
                dash(listed.rollout().set()),
                sources(listed)));
      }
      TextTable.print(rows, out);
    }

    @Override
    void write(List<ApplicationRender> renders, PrintStream out) {
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("APPLICATION", "OBJECTS", "SOURCE"));
      for (ApplicationRender render : renders) {
        for (SourceOutcome outcome : render.sources()) {
          rows.add(
              List.of(render.application().name(), count(outcome), outcome.source().describe()));
        }
      }
      TextTable.print(rows, out);
    }
  },

  /** Applications as Argo CD has them, or the objects of each below its name. */
  yaml {
    @Override
    void list(List<Listed> applications, PrintStream out) {
      String separator = "";
      for (Listed listed : applications) {
        out.print(separator + YamlWriter.goYamlV2().write(listed.application().node()));
        separator = "---\n";
      }
    }

    @Override
    void write(List<ApplicationRender> renders, PrintStream out) {
      String separator = "";
      for (ApplicationRender render : renders) {
        out.print(separator + "# Application " + render.application().name() + "\n");
        separator = "---\n";
        String between = "";
        for (KubernetesObject object : render.objects()) {
          out.print(between + YamlWriter.goYamlV2().write(object.node()));
          between = "---\n";
        }
      }
    }
  },

  /** One Application a line, with its objects where they are rendered. */
  json {
    @Override
    void list(List<Listed> applications, PrintStream out) {
      applications.forEach(
          listed -> out.print(JsonWriter.compact().write(listed.application().node()) + "\n"));
    }

    @Override
    void write(List<ApplicationRender> renders, PrintStream out) {
      for (ApplicationRender render : renders) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("application", render.application().name());
        line.put("failed", render.isFailed());
        line.put("objects", render.objects().stream().map(KubernetesObject::node).toList());
        out.print(JsonWriter.compact().write(line) + "\n");
      }
    }
  },

  /** A line for each Application, or for each object of each. */
  name {
    @Override
    void list(List<Listed> applications, PrintStream out) {
      applications.forEach(listed -> out.print(listed.application().name() + "\n"));
    }

    @Override
    void write(List<ApplicationRender> renders, PrintStream out) {
      for (ApplicationRender render : renders) {
        for (KubernetesObject object : render.objects()) {
          out.print(render.application().name() + ": " + object.describe() + "\n");
        }
      }
    }
  };

  abstract void list(List<Listed> applications, PrintStream out);

  abstract void write(List<ApplicationRender> renders, PrintStream out);

  private static String dash(String text) {
    return text.isEmpty() ? "-" : text;
  }

  private static String count(SourceOutcome outcome) {
    return switch (outcome) {
      case SourceOutcome.Left left -> left.reason();
      case SourceOutcome.Rendered rendered ->
          rendered.result().isFailed()
              ? "failed"
              : String.valueOf(rendered.result().objects().size());
    };
  }

  private static String sources(Listed listed) {
    return String.join(
        ", ",
        listed.application().sources().stream()
            .filter(source -> !source.isOnlyReferred())
            .map(ApplicationSource::describe)
            .toList());
  }
}
