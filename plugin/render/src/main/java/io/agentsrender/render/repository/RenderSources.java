package io.agentsrender.render.repository;

import io.agentsrender.gitops.field.PlacedText;
import io.agentsrender.gitops.ref.RefTarget;
import io.agentsrender.gitops.repository.Layout;
import io.agentsrender.gitops.repository.RepositorySettings;
import io.agentsrender.gitops.repository.RepositorySettingsReader;
import io.agentsrender.render.parameter.ParameterTable;
import io.agentsrender.render.request.RenderRequest;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.port.Remotes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that one render may read: its repository, the others, the refs, the charts. */
public record RenderSources(
    Repositories repositories, Refs refs, ChartLookup charts, Remotes remotes) {
  /** As Argo CD's GetRefSources has it. */
  private static final Pattern REF_NAME = Pattern.compile("[a-zA-Z0-9_-]+");

  public static RenderSources of(RenderRequest request, Remotes remotes, List<Problem> warnings) {
    return of(request, remotes, Map::of, warnings);
  }

  /**
   * Those of an application.
   *
   * @param ofApplication the refs that its sources declare, asked for only where they are needed
   */
  public static RenderSources of(
      RenderRequest request,
      Remotes remotes,
      Supplier<Map<String, RefTarget>> ofApplication,
      List<Problem> warnings) {
    RepositorySettings settings =
        withLayout(RepositorySettingsReader.of(request.tree(), warnings), request);
    Repositories repositories = new Repositories(own(request), settings, remotes.sources());
    Map<String, RefTarget> declared = new LinkedHashMap<>(settings.refs());
    request
        .parameters()
        .pairs(ParameterTable.REFS)
        .forEach((name, target) -> declared.put(checked(name), RefTarget.parse(target)));
    return new RenderSources(
        repositories,
        Refs.withValues(repositories, declared, request.localRefs(), ofApplication),
        new ChartLookup(repositories, remotes.charts()),
        remotes);
  }

  /**
   * Those of a source that has only the refs its Application declares.
   *
   * @param self the source
   */
  public static RenderSources ofSource(
      Repositories repositories,
      Map<String, RefTarget> refs,
      RefTarget.Remote self,
      Remotes remotes) {
    return new RenderSources(
        repositories,
        Refs.ofSource(repositories, refs, self),
        new ChartLookup(repositories, remotes.charts()),
        remotes);
  }

  private static RepositorySettings withLayout(RepositorySettings settings, RenderRequest request) {
    Optional<PlacedText> layout =
        request
            .parameters()
            .string(ParameterTable.LAYOUT)
            .filter(name -> !name.isEmpty())
            .map(name -> new PlacedText(name, Position.ofFile("the parameter layout")));
    if (layout.isPresent() && Layout.named(layout.get().text()).isEmpty()) {
      throw new RenderException(Layout.unknown(layout.get()));
    }
    return layout
        .map(name -> settings.withValues(settings.values().withLayout(name)))
        .orElse(settings);
  }

  public RepositorySettings settings() {
    return repositories.settings();
  }

  /** What Argo CD says of it in the environment of a plugin. */
  private static OwnRepository own(RenderRequest request) {
    Map<String, String> environment = request.application().environment();
    String target = environment.getOrDefault("ARGOCD_APP_SOURCE_TARGET_REVISION", "");
    return new OwnRepository(
        request.tree(),
        environment.getOrDefault("ARGOCD_APP_SOURCE_REPO_URL", ""),
        Stream.of(request.application().revision(), target)
            .filter(revision -> !revision.isEmpty())
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static String checked(String name) {
    if (REF_NAME.matcher(name).matches()) {
      return name;
    }
    throw new RenderException(
        Problem.error(
                "reading the parameters",
                "sources.ref " + name + " cannot contain any special characters except '_' and '-'")
            .withAdvice("Name the ref without $: values=URL@revision."));
  }
}
