package io.agentsrender.helm;

import io.agentsrender.helm.chart.ChartFile;
import io.agentsrender.helm.engine.function.YamlFragments;
import io.agentsrender.helm.lint.LintedFiles;
import io.agentsrender.helm.load.ChartFiles;
import io.agentsrender.helm.load.ChartLimits;
import io.agentsrender.helm.load.ChartLoader;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.source.Content;
import io.agentsrender.source.TreePath;
import java.util.List;
import java.util.Optional;

/** The files of a chart, in a folder or packaged. */
final class ChartFolder implements LintedFiles {
  private final ChartLocation location;
  private final ChartLoader loader;
  private final List<ChartFile> packaged;

  ChartFolder(ChartLocation location, HelmProfile profile) {
    this.location = location;
    this.loader = new ChartLoader(profile, ChartLimits.of(profile));
    this.packaged =
        location instanceof ChartLocation.Archive archive
            ? loader.ofArchive(archive.content(), archive.path()).files()
            : List.of();
  }

  /**
   * The chart, as often as it is asked for.
   *
   * @throws io.agentsrender.source.RenderException where Helm refuses it
   */
  LoadedChart load(HelmProfile profile) {
    ChartFiles files =
        switch (location) {
          case ChartLocation.Folder folder -> loader.ofFolder(folder.tree(), folder.path());
          case ChartLocation.Archive archive -> new ChartFiles(archive.path(), packaged);
        };
    return new LoadedChart(loader.loadAnyFormat(files), profile, new YamlFragments(0));
  }

  boolean exists(String name) {
    return file(name).isPresent() || isFolder(name);
  }

  @Override
  public Optional<Content> file(String name) {
    return switch (location) {
      case ChartLocation.Folder folder ->
          folder.tree().file(TreePath.join(folder.path(), withoutSlash(name)));
      case ChartLocation.Archive _ ->
          packaged.stream()
              .filter(file -> file.name().equals(name))
              .map(ChartFile::content)
              .findFirst();
    };
  }

  @Override
  public boolean isFolder(String name) {
    return switch (location) {
      case ChartLocation.Folder folder ->
          folder.tree().isFolder(TreePath.join(folder.path(), withoutSlash(name)));
      case ChartLocation.Archive _ ->
          packaged.stream().anyMatch(file -> file.name().startsWith(withoutSlash(name) + "/"));
    };
  }

  @Override
  public String source(String name) {
    return switch (location) {
      case ChartLocation.Folder folder -> TreePath.join(folder.path(), withoutSlash(name));
      case ChartLocation.Archive archive ->
          name.isEmpty() ? archive.path() : archive.path() + "!/" + withoutSlash(name);
    };
  }

  private static String withoutSlash(String name) {
    return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
  }
}
