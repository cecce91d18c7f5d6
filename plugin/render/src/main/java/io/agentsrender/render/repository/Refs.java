package io.agentsrender.render.repository;

import io.agentsrender.gitops.ref.RefTarget;
import io.agentsrender.gitops.ref.RepositoryUrl;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The refs of a render. What is wrong with one is found where it is used, in the words of Argo CD's
 * repo-server (runManifestGenAsync).
 */
public final class Refs {
  /** Without a word about it, {@code $values} is the application's own repository. */
  private static final String DEFAULT_REF = "values";

  private static final String REGISTRY = "oci://";

  private final Repositories repositories;

  /** They become more by the further ones, once these were asked for. */
  private final Map<String, RefTarget> declared;

  private Supplier<Map<String, RefTarget>> further;
  private final Map<String, SourceTree> local;
  private final Optional<RefTarget.Remote> self;
  private final Map<String, Use> uses = new HashMap<>();

  /** The ref by which a repository was first used, and at which revision. */
  private record Use(String name, String revision) {}

  /**
   * The refs of the sources of an Application.
   *
   * @param declared by name
   * @param local folders of this machine by name, before those declared
   */
  public Refs(
      Repositories repositories, Map<String, RefTarget> declared, Map<String, SourceTree> local) {
    this(repositories, declared, local, Map::of, Optional.empty());
  }

  private Refs(
      Repositories repositories,
      Map<String, RefTarget> declared,
      Map<String, SourceTree> local,
      Supplier<Map<String, RefTarget>> further,
      Optional<RefTarget.Remote> self) {
    this.self = self;
    this.further = further;
    this.repositories = repositories;
    this.declared = new LinkedHashMap<>(declared);
    this.local = Map.copyOf(local);
  }

  /**
   * Those of a source that Argo CD renders by itself.
   *
   * @param self the source
   */
  public static Refs ofSource(
      Repositories repositories, Map<String, RefTarget> declared, RefTarget.Remote self) {
    return new Refs(repositories, declared, Map.of(), Map::of, Optional.of(self));
  }

  /**
   * The same with {@code $values} for the application's own repository, unless it is declared.
   *
   * @param further below those declared: asked for once, where a ref is used that is not declared
   */
  public static Refs withValues(
      Repositories repositories,
      Map<String, RefTarget> declared,
      Map<String, SourceTree> local,
      Supplier<Map<String, RefTarget>> further) {
    return new Refs(
        repositories,
        declared,
        local,
        () -> {
          Map<String, RefTarget> all = new LinkedHashMap<>(further.get());
          all.putIfAbsent(DEFAULT_REF, RefTarget.Own.ROOT);
          return all;
        },
        Optional.empty());
  }

  /**
   * The root of what a ref stands for.
   *
   * @param name without {@code $}
   * @throws RenderException where there is no such ref, or what it stands for cannot be had
   */
  public Located find(String name) {
    SourceTree folder = local.get(name);
    if (folder != null) {
      return new Located(folder, TreePath.ROOT);
    }
    if (!declared.containsKey(name)) {
      further.get().forEach(declared::putIfAbsent);
      further = Map::of;
    }
    RefTarget target = declared.get(name);
    if (target == null) {
      throw new RenderException(unknown(name));
    }
    if (target instanceof RefTarget.Remote(String url, String revision)) {
      check(name, url, revision);
    }
    return repositories.target(target, tried(name));
  }

  private static String tried(String name) {
    return "resolving the ref $" + name;
  }

  private Problem unknown(String name) {
    if (declared.isEmpty()) {
      return Problem.error(
              tried(name),
              "source referenced \"$" + name + "\", but no source has a 'ref' field defined")
          .withAdvice("Add a source with ref: " + name + ".");
    }
    String known =
        declared.keySet().stream().map(ref -> "$" + ref).collect(Collectors.joining(", "));
    return Problem.error(
            tried(name),
            "source referenced \"$"
                + name
                + "\", which is not one of the available sources ("
                + known
                + ")")
        .withAdvice(
            "Declare it: parameter refs (--ref "
                + name
                + "=URL@revision), or refs in agents-render.yaml.");
  }

  private void check(String name, String url, String revision) {
    if (url.startsWith(REGISTRY)) {
      throw new RenderException(
          Problem.notSupported(
                  tried(name),
                  "source has a 'chart' field defined, but Helm charts are not yet not supported"
                      + " for 'ref' sources")
              .withAdvice("Let the ref stand for a git repository or a folder, not " + url + "."));
    }
    OwnRepository own = repositories.own();
    if (own.is(url) && !own.isAt(revision)) {
      throw new RenderException(
          otherRevision(name, revision, String.join("\", \"", own.revisions())));
    }
    self.filter(source -> RepositoryUrl.isSame(source.url(), url))
        .filter(source -> !maybeSame(source.revision(), revision))
        .ifPresent(source -> {
          throw new RenderException(otherRevision(name, revision, source.revision()));
        });
    Use first = uses.putIfAbsent(RepositoryUrl.normalised(url), new Use(name, revision));
    if (first != null && !first.revision().equals(revision)) {
      throw new RenderException(
          Problem.error(
                  tried(name),
                  "cannot reference multiple revisions for the same repository ($"
                      + name
                      + " references \""
                      + revision
                      + "\" while $"
                      + first.name()
                      + " references \""
                      + first.revision()
                      + "\")")
              .withAdvice("Give both refs the same revision."));
    }
  }

  private Problem otherRevision(String name, String revision, String rendered) {
    return Problem.error(
            tried(name),
            "cannot reference a different revision of the same repository ($"
                + name
                + " references \""
                + revision
                + "\" while the application references \""
                + rendered
                + "\")")
        .withAdvice("Let the ref stand for . (the application's own repository).");
  }

  /** Argo CD compares commits; which one the default branch is at is not known here. */
  private static boolean maybeSame(String one, String other) {
    return one.equals(other) || isDefault(one) || isDefault(other);
  }

  private static boolean isDefault(String revision) {
    return revision.isEmpty() || revision.equals("HEAD");
  }
}
