package io.agentsrender.render.values;

import io.agentsrender.gitops.layering.ValueFileName;
import io.agentsrender.gitops.ref.RefPath;
import io.agentsrender.render.repository.Located;
import io.agentsrender.render.repository.Refs;
import io.agentsrender.source.Content;
import io.agentsrender.source.NearestName;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import io.agentsrender.source.match.MalformedPatternException;
import io.agentsrender.source.match.TreeGlob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds value files as Argo CD does: relative to the application, from the root of the repository
 * with a leading {@code /}, or with {@code $ref/} from the root of what the ref names. A name may
 * be a glob; its matches come folder by folder in the order of their names, those of a folder
 * before those of its folders. An existing file whose name looks like a glob is that file.
 */
public final class ValueFileResolver {
  private static final String TRIED = "reading value files";

  private final SourceTree tree;
  private final Refs refs;
  private final List<ValueFile> files = new ArrayList<>();
  private final List<ValueFileUse> uses = new ArrayList<>();
  private final List<Problem> errors = new ArrayList<>();

  private ValueFileResolver(SourceTree tree, Refs refs) {
    this.tree = tree;
    this.refs = refs;
  }

  /** Names given as a parameter: those that are relative start from {@code folder}. */
  public static List<ValueFileName> names(
      List<String> written, String folder, boolean mayBeMissing) {
    return written.stream()
        .map(name ->
            new ValueFileName(
                name,
                List.of(
                    name.startsWith("$") || name.startsWith("/")
                        ? name
                        : "/" + TreePath.join(folder, name)),
                mayBeMissing,
                "parameter",
                Optional.empty()))
        .toList();
  }

  /**
   * The files in rising precedence.
   *
   * @param tree the repository
   * @throws RenderException with one problem for each file that is missing or outside of its tree
   */
  public static ResolvedValueFiles resolve(List<ValueFileName> names, SourceTree tree, Refs refs) {
    ValueFileResolver resolver = new ValueFileResolver(tree, refs);
    names.forEach(resolver::add);
    if (!resolver.errors.isEmpty()) {
      throw new RenderException(resolver.errors);
    }
    return new ResolvedValueFiles(resolver.files, resolver.uses);
  }

  /** A file in one of the trees. */
  private record Place(SourceTree tree, String path, String shown) {}

  private void add(ValueFileName name) {
    try {
      Place first = null;
      for (String candidate : name.candidates()) {
        Place place = place(candidate, name);
        first = first == null ? place : first;
        List<ValueFile> found = filesAt(place);
        if (!found.isEmpty()) {
          files.addAll(found);
          found.forEach(
              file -> uses.add(new ValueFileUse(name.written(), name.origin(), file.path(), true)));
          return;
        }
      }
      skip(name, first == null ? place("/", name) : first);
    } catch (RenderException e) {
      e.problems()
          .forEach(
              problem -> errors.add(problem.place().isPresent() ? problem : at(name, problem)));
    }
  }

  private static Problem at(ValueFileName name, Problem problem) {
    return problem.withPlace(name.at().orElse(null));
  }

  private Place place(String candidate, ValueFileName name) {
    Optional<RefPath> ref = RefPath.parse(candidate);
    Located root = ref.isPresent() ? refs.find(ref.get().ref()) : new Located(tree, TreePath.ROOT);
    String path = ref.map(RefPath::path).orElse(candidate);
    String inside =
        TreePath.resolve(root.folder(), path.startsWith("/") ? path.substring(1) : path)
            .filter(found -> TreePath.isWithin(root.folder(), found))
            .orElseThrow(() ->
                new RenderException(
                    Problem.error(
                            TRIED,
                            "file '"
                                + ref.map(found -> "/" + found.path()).orElse(name.written())
                                + "' resolved to outside repository root")
                        .withAdvice("Use a path inside the repository.")));
    boolean own = root.tree() == tree;
    return new Place(
        root.tree(), inside, own ? inside : "$" + ref.map(RefPath::ref).orElse("") + "/" + inside);
  }

  private static List<ValueFile> filesAt(Place place) {
    Optional<Content> file = place.tree().file(place.path());
    if (file.isPresent()) {
      return List.of(new ValueFile(place.shown(), file.get()));
    }
    if (!TreeGlob.isPattern(place.path())) {
      return List.of();
    }
    String lead = place.shown().substring(0, place.shown().length() - place.path().length());
    return glob(place.path())
        .matches(place.tree(), TreePath.ROOT)
        .flatMap(path ->
            place.tree().file(path).map(content -> new ValueFile(lead + path, content)).stream())
        .toList();
  }

  private static TreeGlob glob(String pattern) {
    try {
      return TreeGlob.spanning(pattern);
    } catch (MalformedPatternException e) {
      throw new RenderException(
          Problem.error(TRIED, e.getMessage() + " \"" + pattern + "\"")
              .withAdvice("In a glob, [ needs its ]; a backslash before it makes it plain."));
    }
  }

  private void skip(ValueFileName name, Place place) {
    uses.add(new ValueFileUse(name.written(), name.origin(), place.shown(), false));
    if (name.mayBeMissing()) {
      return;
    }
    String parent = TreePath.parent(place.path());
    String advice =
        NearestName.of(TreePath.name(place.path()), place.tree().list(parent))
            .map(near -> "Did you mean \"" + TreePath.join(parent, near) + "\"? ")
            .orElse("");
    errors.add(
        at(
            name,
            Problem.error(
                    TRIED,
                    "there is no file " + place.shown() + ", named as \"" + name.written() + "\"")
                .withAdvice(
                    advice + "Where it may be absent, set ignore-missing-values-files to true.")));
  }
}
