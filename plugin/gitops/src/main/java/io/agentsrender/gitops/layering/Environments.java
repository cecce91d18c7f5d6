package io.agentsrender.gitops.layering;

import io.agentsrender.gitops.repository.Environment;
import io.agentsrender.gitops.repository.Layout;
import io.agentsrender.gitops.repository.RepositorySettings;
import io.agentsrender.gitops.repository.ValuesSettings;
import io.agentsrender.source.NearestName;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The environments of a repository: those its settings name, and those that have value files. */
public final class Environments {
  private static final String ENV_FOLDER = "env";

  /** Folders beside the environments that are none. */
  private static final Set<String> NO_ENVIRONMENTS =
      Set.of("_shared", ENV_FOLDER, "base", "cluster");

  private static final Pattern OWNED = Pattern.compile("environments/([^/_][^/]*)/components/.*");

  private final SourceTree tree;
  private final RepositorySettings settings;

  public Environments(SourceTree tree, RepositorySettings settings) {
    this.tree = tree;
    this.settings = settings;
  }

  /** Their names, sorted. */
  public Set<String> found() {
    Set<String> names = new TreeSet<>(settings.environments().keySet());
    ValuesSettings values = settings.values();
    Optional<Layout> layout = values.layout().flatMap(name -> Layout.named(name.text()));
    if (values.layers().isEmpty()) {
      if (layout.isEmpty() || layout.get() == Layout.SHARED_ENVIRONMENT) {
        names.addAll(folders(values.root(), name -> !NO_ENVIRONMENTS.contains(name)));
      }
      if (layout.isEmpty() || layout.get() != Layout.SHARED_ENVIRONMENT) {
        names.addAll(folders(TreePath.join(values.root(), ENV_FOLDER), _ -> true));
      }
    }
    return names;
  }

  private List<String> folders(String folder, Predicate<String> wanted) {
    return tree.list(folder).stream()
        .filter(wanted)
        .filter(name -> tree.isFolder(TreePath.join(folder, name)))
        .toList();
  }

  /**
   * The environment of that name.
   *
   * @throws RenderException where there is none, with those that were found
   */
  public Environment named(String name) {
    Environment declared = settings.environments().get(name);
    if (declared != null) {
      return declared;
    }
    Set<String> found = found();
    if (found.contains(name)) {
      return Environment.of(name);
    }
    String nearest =
        NearestName.of(name, found).map(near -> "Did you mean \"" + near + "\"? ").orElse("");
    throw new RenderException(
        Problem.error(
                "choosing the environment \"" + name + "\"",
                "there is no such environment: neither in agents-render.yaml nor a folder of value"
                    + " files in "
                    + settings.values().root())
            .withAdvice(nearest + listed(found)));
  }

  /** The environment to which a component of the older layout belongs by its path. */
  public static Optional<String> ofPath(String componentFolder) {
    Matcher owned = OWNED.matcher(componentFolder);
    return owned.matches() ? Optional.of(owned.group(1)) : Optional.empty();
  }

  /** Says that an environment must be named. */
  RenderException missing(String tried) {
    return new RenderException(
        Problem.error(tried, "its value files depend on the environment, and none is named")
            .withAdvice("Set the parameter environment (--environment). " + listed(found())));
  }

  private static String listed(Set<String> found) {
    return found.isEmpty()
        ? "No environment was found."
        : "Environments found: " + String.join(", ", found) + ".";
  }

  /**
   * The layout of the value files of that environment.
   *
   * @param valuesEnvironment whose value files are taken
   * @throws RenderException where two layouts have value files for it
   */
  Layout layout(String valuesEnvironment) {
    ValuesSettings values = settings.values();
    Optional<Layout> chosen = values.layout().flatMap(name -> Layout.named(name.text()));
    if (chosen.isPresent()) {
      return chosen.get();
    }
    String direct = TreePath.join(values.root(), valuesEnvironment);
    String below = TreePath.join(TreePath.join(values.root(), ENV_FOLDER), valuesEnvironment);
    boolean hasDirect = tree.isFolder(direct);
    boolean hasBelow = tree.isFolder(below);
    if (hasDirect && hasBelow) {
      throw new RenderException(
          Problem.error(
                  "finding the value files of environment \"" + valuesEnvironment + "\"",
                  "they are in two layouts: " + direct + " and " + below)
              .withAdvice(
                  "Keep one of the folders, or choose by values.layout in agents-render.yaml: "
                      + Layout.SHARED_ENVIRONMENT.title()
                      + " or "
                      + Layout.SHARED_ENV_FOLDER.title()
                      + "."));
    }
    return hasBelow ? Layout.SHARED_ENV_FOLDER : Layout.SHARED_ENVIRONMENT;
  }
}
