package io.agentsrender.cli.output;

import io.agentsrender.gitops.application.ApplicationSource;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.render.application.ApplicationCatalog.Listed;
import io.agentsrender.render.application.SourceOutcome;
import io.agentsrender.yaml.json.JsonWriter;
import io.agentsrender.yaml.write.YamlWriter;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How Applications are printed. */
public enum AppsOutput {
  /** A line for each Application. */
  table {
    @Override
    public void list(List<Listed> applications, PrintStream out) {
      List<List<String>> rows = new ArrayList<>();
      rows.add(
          List.of(
              "APPLICATION",
              "NAMESPACE",
              "PROJECT",
              "PHASE",
              "STEP",
              "WAVE",
              "DELETION",
              "SET",
              "SOURCE"));
      for (Listed listed : applications) {
        rows.add(
            List.of(
                listed.application().name(),
                dash(listed.application().destinationNamespace()),
                dash(listed.application().project()),
                dash(listed.rollout().phase()),
                listed.rollout().step().map(String::valueOf).orElse("-"),
                String.valueOf(listed.rollout().wave()),
                listed.rollout().reverseDeletion() ? "reverse" : "-",
                dash(listed.rollout().set()),
                sources(listed)));
      }
      TextTable.print(rows, out);
    }

    @Override
    public void write(List<RenderedApplication> renders, PrintStream out) {
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("APPLICATION", "OBJECTS", "SOURCE"));
      for (RenderedApplication one : renders) {
        for (SourceOutcome outcome : one.render().sources()) {
          rows.add(List.of(one.name(), count(outcome), outcome.source().describe()));
        }
      }
      TextTable.print(rows, out);
    }
  },

  /** Applications as Argo CD has them, or the objects of each below its name. */
  yaml {
    @Override
    public void list(List<Listed> applications, PrintStream out) {
      String separator = "";
      for (Listed listed : applications) {
        out.print(separator);
        ApplicationFacts.of(listed).print(out);
        out.print(YamlWriter.goYamlV2().write(listed.application().node()));
        separator = "---\n";
      }
    }

    @Override
    public void write(List<RenderedApplication> renders, PrintStream out) {
      String separator = "";
      for (RenderedApplication one : renders) {
        out.print(separator);
        ApplicationFacts.of(one.listed()).print(out);
        separator = "---\n";
        String between = "";
        for (KubernetesObject object : one.render().objects()) {
          out.print(between + YamlWriter.goYamlV2().write(object.node()));
          between = "---\n";
        }
      }
    }
  },

  /** One Application a line, with its objects where they are rendered. */
  json {
    @Override
    public void list(List<Listed> applications, PrintStream out) {
      for (Listed listed : applications) {
        Map<String, Object> line = ApplicationFacts.of(listed).json();
        line.put("application", listed.application().node());
        out.print(JsonWriter.compact().write(line) + "\n");
      }
    }

    @Override
    public void write(List<RenderedApplication> renders, PrintStream out) {
      for (RenderedApplication one : renders) {
        Map<String, Object> line = ApplicationFacts.of(one.listed()).json();
        line.put("failed", one.render().isFailed());
        line.put(
            "sources",
            one.render().sources().stream()
                .map(outcome ->
                    Map.of("source", outcome.source().describe(), "objects", count(outcome)))
                .toList());
        line.put("objects", one.render().objects().stream().map(KubernetesObject::node).toList());
        out.print(JsonWriter.compact().write(line) + "\n");
      }
    }
  },

  /** A line for each Application, or for each object of each. */
  name {
    @Override
    public void list(List<Listed> applications, PrintStream out) {
      applications.forEach(listed -> out.print(listed.application().name() + "\n"));
    }

    @Override
    public void write(List<RenderedApplication> renders, PrintStream out) {
      for (RenderedApplication one : renders) {
        for (KubernetesObject object : one.render().objects()) {
          out.print(one.name() + ": " + object.describe() + "\n");
        }
      }
    }
  };

  public abstract void list(List<Listed> applications, PrintStream out);

  public abstract void write(List<RenderedApplication> renders, PrintStream out);

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
