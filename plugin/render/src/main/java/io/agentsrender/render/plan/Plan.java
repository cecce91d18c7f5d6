package io.agentsrender.render.plan;

import io.agentsrender.source.TreePath;

/** What is at the application's path. */
public sealed interface Plan {
  /** The application's folder. */
  String folder();

  /** One line for people. */
  String describe();

  /** A folder of manifests, applied as they stand. */
  record ManifestFolder(String folder) implements Plan {
    @Override
    public String describe() {
      return "manifests of " + TreePath.describe(folder);
    }
  }

  /** A kustomization. */
  record Kustomization(String folder) implements Plan {
    @Override
    public String describe() {
      return "the kustomization in " + TreePath.describe(folder);
    }
  }

  /** A Helm chart, rendered with the value files of the parameters. */
  record Chart(String folder) implements Plan {
    @Override
    public String describe() {
      return "the chart in " + TreePath.describe(folder);
    }
  }
}
