package io.agentsrender.cli.output;

import io.agentsrender.cli.report.Report;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.render.RenderResult;
import io.agentsrender.yaml.json.JsonWriter;
import io.agentsrender.yaml.write.YamlWriter;
import java.io.PrintStream;
import java.util.List;

/** How rendered objects are printed. */
public enum OutputFormat {
  /** A stream of YAML documents, keys sorted, as {@code kubectl apply -f -} takes it. */
  yaml {
    @Override
    public void write(List<KubernetesObject> objects, PrintStream out) {
      boolean first = true;
      for (KubernetesObject object : objects) {
        if (!first) {
          out.print("---\n");
        }
        first = false;
        out.print(YamlWriter.goYamlV2().write(object.node()));
      }
    }

    @Override
    public void write(Report report, RenderResult result, PrintStream out) {
      report.writeText(result, out);
    }
  },

  /** One object a line, as the plugin answers Argo CD. */
  json {
    @Override
    public void write(List<KubernetesObject> objects, PrintStream out) {
      objects.forEach(object -> out.print(JsonWriter.compact().write(object.node()) + "\n"));
    }

    @Override
    public void write(Report report, RenderResult result, PrintStream out) {
      report.writeJson(result, out);
    }
  },

  /** {@code Deployment.apps/web in shop}, a line for each object. */
  name {
    @Override
    public void write(List<KubernetesObject> objects, PrintStream out) {
      objects.forEach(object -> out.print(object.describe() + "\n"));
    }

    @Override
    public void write(Report report, RenderResult result, PrintStream out) {
      report.writeNames(result, out);
    }
  };

  public abstract void write(List<KubernetesObject> objects, PrintStream out);

  public abstract void write(Report report, RenderResult result, PrintStream out);
}
