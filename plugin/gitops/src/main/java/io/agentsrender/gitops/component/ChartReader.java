package io.agentsrender.gitops.component;

import io.agentsrender.gitops.component.ComponentSource.Chart;
import io.agentsrender.gitops.component.ComponentSource.ChartPlace;
import io.agentsrender.gitops.field.Fields;
import io.agentsrender.gitops.field.PlacedText;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import java.util.List;
import java.util.Optional;

/**
 * Reads the chart of a component: a block {@code chart}, or the flat fields {@code chart}, {@code
 * chartRepoURL}, {@code chartVersion} and {@code valueFiles}.
 */
final class ChartReader {
  private static final String DEFAULT_REVISION = "HEAD";

  static final List<String> BLOCK =
      List.of(
          "repoURL",
          "chart",
          "path",
          "version",
          "valueFiles",
          "ignoreMissingValueFiles",
          "skipCrds",
          "passCredentials",
          "releaseName");

  static final List<String> FLAT =
      List.of(
          "chartRepoURL",
          "chartPath",
          "chartVersion",
          "valueFiles",
          "ignoreMissingValueFiles",
          "skipCrds",
          "passCredentials",
          "releaseName");

  /** The names of the same field in one of the two forms. */
  private record Names(String repository, String name, String path, String version) {
    static final Names OF_BLOCK = new Names("repoURL", "chart", "path", "version");
    static final Names OF_FLAT = new Names("chartRepoURL", "chart", "chartPath", "chartVersion");
  }

  private ChartReader() {}

  /** The chart, or nothing where the component has none. */
  static Optional<Chart> read(Fields component) {
    Optional<Node> block = component.node("chart");
    if (block.isPresent() && block.get() instanceof MapNode map) {
      refuseFlatFields(component);
      return Optional.of(chart(component.inside("chart", map).allow(BLOCK), Names.OF_BLOCK));
    }
    return block.isPresent() || FLAT.stream().anyMatch(component::has)
        ? Optional.of(chart(component, Names.OF_FLAT))
        : Optional.empty();
  }

  private static void refuseFlatFields(Fields component) {
    for (String field : FLAT) {
      if (component.has(field)) {
        component
            .findings()
            .error(
                component.at(field),
                "\"" + field + "\" stands beside the block \"chart\"",
                "Move it into the block.");
      }
    }
  }

  private static Chart chart(Fields fields, Names names) {
    PlacedText repository =
        fields.required(
            names.repository(), "Name the git repository, Helm repository or registry.");
    ChartPlace place = place(fields, names);
    PlacedText version =
        fields.has(names.name())
            ? fields.required(names.version(), "Name the chart's version.")
            : fields
                .text(names.version())
                .orElse(new PlacedText(DEFAULT_REVISION, repository.at()));
    return new Chart(
        repository,
        place,
        version,
        fields.texts("valueFiles"),
        fields.bool("ignoreMissingValueFiles").orElse(true),
        fields.isTrue("skipCrds"),
        fields.isTrue("passCredentials"),
        fields.text(
            "releaseName", ComponentReader.RELEASE_NAME, ComponentReader.RELEASE_NAME_WORDS),
        repository.at());
  }

  private static ChartPlace place(Fields fields, Names names) {
    boolean named = fields.has(names.name());
    boolean folder = fields.has(names.path());
    if (named && folder) {
      fields
          .findings()
          .error(
              fields.at(names.path()),
              "both \""
                  + fields.path(names.name())
                  + "\" and \""
                  + fields.path(names.path())
                  + "\" are set",
              "A Helm repository or registry takes the chart's name, a git repository its path.");
    } else if (!named && !folder) {
      fields
          .findings()
          .error(
              fields.map().position(),
              "neither \""
                  + fields.path(names.name())
                  + "\" nor \""
                  + fields.path(names.path())
                  + "\" is set",
              "Name the chart of a Helm repository or registry, or its path in a git repository.");
    }
    Optional<PlacedText> path = fields.text(names.path());
    return folder && !named
        ? new ChartPlace.Folder(path.orElse(new PlacedText("", fields.map().position())))
        : new ChartPlace.Named(
            fields.text(names.name()).orElse(new PlacedText("", fields.map().position())));
  }
}
