package io.agentsrender.cli.flag;

import io.agentsrender.cli.console.Console;
import io.agentsrender.cli.local.Repository;
import io.agentsrender.helm.ChartLocation;
import io.agentsrender.helm.TemplateRequest;
import io.agentsrender.helm.ValuesSource;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.set.SetFlag;
import io.agentsrender.render.chart.LiveHost;
import io.agentsrender.source.Content;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A release made of a chart and value files on this machine, as Helm's command line names them. */
public final class LocalRelease {
  private static final String STANDARD_INPUT = "-";
  private static final Pattern ADDRESS = Pattern.compile("(oci|https?)://");

  private final Console console;
  private final ReleaseOptions options;

  public LocalRelease(Console console, ReleaseOptions options) {
    this.console = console;
    this.options = options;
  }

  /**
   * What is to be rendered.
   *
   * @param chart a folder or a packaged chart
   * @throws RenderException where the chart or a value file is missing
   */
  public TemplateRequest request(String chart, String releaseName) throws IOException {
    return TemplateRequest.of(location(chart), releaseName, host())
        .withNamespace(options.namespace.isEmpty() ? "default" : options.namespace)
        .withProfile(HelmProfile.of(options.helmVersion))
        .withValues(values())
        .withSetFlags(setFlags())
        .withFiles(this::optionalFile)
        .withKubeVersion(Optional.ofNullable(options.kubeVersion))
        .withApiVersions(options.apiVersions)
        .withSkipSchemaValidation(options.skipSchemaValidation);
  }

  /** What templates see of this machine. */
  public static LiveHost host() {
    return new LiveHost(Clock.system(ZoneId.systemDefault()));
  }

  private ChartLocation location(String chart) throws IOException {
    if (ADDRESS.matcher(chart).lookingAt()) {
      throw new RenderException(
          Problem.notSupported(
                  "looking for the chart " + chart,
                  "charts of registries and servers are not fetched")
              .withAdvice("Name a folder or a packaged chart."));
    }
    Path path = console.folder().resolve(chart);
    if (Files.isDirectory(path)) {
      Repository repository = Repository.find(console.folder(), chart, Optional.empty());
      return new ChartLocation.Folder(SourceTree.ofFolder(repository.root()), repository.path());
    }
    if (Files.isRegularFile(path)) {
      return new ChartLocation.Archive(Content.ofOwned(Files.readAllBytes(path)), chart);
    }
    throw new RenderException(notFound(chart));
  }

  /** Helm takes a name such as bitnami/nginx for a chart of a configured repository. */
  private static Problem notFound(String chart) {
    int slash = chart.indexOf('/');
    String reason;
    if (chart.startsWith(".") || slash == 0) {
      reason = "path \"" + chart + "\" not found";
    } else if (slash < 0) {
      reason = "non-absolute URLs should be in form of repo_name/path_to_chart, got: " + chart;
    } else {
      reason = "repo " + chart.substring(0, slash) + " not found";
    }
    return Problem.error(
            "looking for the chart " + chart, reason + ": there is no such folder or file")
        .withAdvice(
            "Charts of registries and repositories are not fetched: name a folder or a packaged"
                + " chart.");
  }

  private List<ValuesSource> values() throws IOException {
    List<ValuesSource> sources = new ArrayList<>();
    List<Problem> missing = new ArrayList<>();
    for (String name : options.valueFiles) {
      if (name.equals(STANDARD_INPUT)) {
        sources.add(new ValuesSource("standard input", Content.ofOwned(System.in.readAllBytes())));
        continue;
      }
      if (ADDRESS.matcher(name).lookingAt()) {
        missing.add(
            Problem.notSupported("reading value files", "the file " + name + " is not fetched")
                .withAdvice("Name a file on this machine."));
        continue;
      }
      Optional<Content> file = optionalFile(name);
      file.ifPresentOrElse(
          content -> sources.add(new ValuesSource(name, content)),
          () ->
              missing.add(
                  Problem.error(
                      "reading value files", "open " + name + ": no such file or directory")));
    }
    if (!missing.isEmpty()) {
      throw new RenderException(missing);
    }
    return sources;
  }

  private Optional<Content> optionalFile(String name) {
    Path path = console.folder().resolve(name);
    if (!Files.isRegularFile(path)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Content.ofOwned(Files.readAllBytes(path)));
    } catch (IOException e) {
      throw new RenderException(
          Problem.error("reading " + name, String.valueOf(e.getMessage())), e);
    }
  }

  private List<SetFlag> setFlags() {
    List<SetFlag> flags = new ArrayList<>();
    options.setJson.forEach(text -> flags.add(new SetFlag(SetFlag.Kind.JSON, text)));
    options.set.forEach(text -> flags.add(new SetFlag(SetFlag.Kind.TYPED, text)));
    options.setString.forEach(text -> flags.add(new SetFlag(SetFlag.Kind.STRING, text)));
    options.setFile.forEach(text -> flags.add(new SetFlag(SetFlag.Kind.FILE, text)));
    options.setLiteral.forEach(text -> flags.add(new SetFlag(SetFlag.Kind.LITERAL, text)));
    return flags;
  }
}
