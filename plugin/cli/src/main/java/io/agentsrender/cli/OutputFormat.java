package io.agentsrender.cli;

import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.yaml.json.JsonWriter;
import io.agentsrender.yaml.write.YamlWriter;
import java.io.PrintStream;
import java.util.List;

/** How rendered objects are printed. */
enum OutputFormat {
  /** A stream of YAML documents, keys sorted, as {@code kubectl apply -f -} takes it. */
  yaml {
    @Override
    void write(List<KubernetesObject> objects, PrintStream out) {
      boolean first = true;
      for (KubernetesObject object : objects) {
        if (!first) {
          out.print("---\n");
        }
        first = false;
        out.print(YamlWriter.goYamlV2().write(object.node()));
      }
    }
  },

  /** One object a line, as the plugin answers Argo CD. */
  json {
    @Override
    void write(List<KubernetesObject> objects, PrintStream out) {
      objects.forEach(object -> out.print(JsonWriter.compact().write(object.node()) + "\n"));
    }
  },

  /** {@code Deployment.apps/web in shop}, a line for each object. */
  name {
    @Override
    void write(List<KubernetesObject> objects, PrintStream out) {
      objects.forEach(object -> out.print(object.describe() + "\n"));
    }
  };

  abstract void write(List<KubernetesObject> objects, PrintStream out);
}
