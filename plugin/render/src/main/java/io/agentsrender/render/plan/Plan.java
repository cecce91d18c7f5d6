package io.agentsrender.render.plan;

import io.agentsrender.gitops.component.Component;
import io.agentsrender.gitops.component.ComponentSource;
import io.agentsrender.source.TreePath;

/** What is at the application's path. */
public sealed interface Plan {
  /** The application's folder. */
  String folder();

  /** One line for people. */
  String describe();

  /** One word for what it is, as logs and reports name it. */
  default String kind() {
    return switch (this) {
      case ManifestFolder _ -> "manifests";
      case HelmSource _, Chart _ -> "chart";
      case Kustomization _ -> "kustomization";
      case ComponentChart _ -> "component-chart";
      case ComponentManifests _ -> "component-manifests";
    };
  }

  /**
   * A folder of manifests, applied as they stand.
   *
   * @param selection which of its files
   */
  record ManifestFolder(String folder, FileSelection selection) implements Plan {
    @Override
    public String describe() {
      return "manifests of " + TreePath.describe(folder);
    }
  }

  /** A chart with all that an Application says about it. */
  record HelmSource(Release release) implements Plan {
    @Override
    public String folder() {
      return release.chart().folder();
    }

    @Override
    public String describe() {
      return "release \"" + release.releaseName() + "\" of a chart";
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

  /** A component with a chart, rendered with the value files of its layers. */
  record ComponentChart(String folder, Component component, ComponentSource.Chart chart)
      implements Plan {
    @Override
    public String describe() {
      String name =
          switch (chart.place()) {
            case ComponentSource.ChartPlace.Named named -> named.name().text();
            case ComponentSource.ChartPlace.Folder path -> path.path().text();
          };
      return "component \""
          + component.name()
          + "\": chart "
          + name
          + " of "
          + chart.repository()
          + " at "
          + chart.version();
    }
  }

  /** A component without a chart. */
  record ComponentManifests(String folder, Component component, ComponentSource.Manifests manifests)
      implements Plan {
    @Override
    public String describe() {
      String where =
          manifests.path().map(path -> "\"" + path + "\"").orElse(TreePath.describe(folder));
      return "component \""
          + component.name()
          + "\": what stands in "
          + where
          + manifests.repository().map(url -> " of " + url).orElse("");
    }
  }
}
