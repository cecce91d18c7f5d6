package io.agentsrender.kustomize.accumulate;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.kustomization.Kustomization;
import io.agentsrender.kustomize.kustomization.reader.Input;
import io.agentsrender.kustomize.kustomization.reader.KustomizationReader;
import io.agentsrender.kustomize.kustomization.reader.YamlInput;
import io.agentsrender.kustomize.load.Loader;
import io.agentsrender.source.Content;
import io.agentsrender.source.Position;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.TreePath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds and reads the kustomization of a folder (kusttarget.go, Load). */
public final class KustomizationFile {
  /** The names that a kustomization may have. */
  public static final List<String> NAMES =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  private KustomizationFile() {}

  /**
   * @param mayBeEmpty whether it may say nothing
   * @throws BuildFailure where there is none, several, or no good one
   */
  static Kustomization read(Loader loader, BuildContext context, boolean mayBeEmpty) {
    List<String> found = new ArrayList<>();
    BuildFailure refused = null;
    for (String name : NAMES) {
      try {
        String path = TreePath.join(loader.root(), name);
        if (loader.tree().realPath(path).isPresent() && !loader.tree().isFolder(path)) {
          loader.pathOf(name);
          found.add(name);
        }
      } catch (RenderException failure) {
        refused = BuildFailure.of(failure);
      } catch (BuildFailure failure) {
        refused = failure;
      }
    }
    if (found.isEmpty()) {
      throw none(loader, refused);
    }
    if (found.size() > 1) {
      throw BuildFailure.of(
              "Found multiple kustomization files under: " + loader.displayRoot() + "\n")
          .at(Position.ofFile(loader.root()))
          .withAdvice("Keep one of " + String.join(" and ", found) + ".");
    }
    String file = loader.pathOf(found.getFirst());
    Content content = loader.load(found.getFirst());
    Input input =
        BuildFailure.wrapping("invalid Kustomization", () -> YamlInput.read(content, file));
    KustomizationReader reader = new KustomizationReader(context.profile());
    Kustomization kustomization = reader.read(input, file, loader.displayRoot(), mayBeEmpty);
    context.warnings().addAll(reader.warnings());
    return kustomization;
  }

  /** kustomize takes a file that it may not read for one that is not there; we also say why. */
  private static BuildFailure none(Loader loader, @Nullable BuildFailure refused) {
    BuildFailure none =
        BuildFailure.of(
            "unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization'"
                + " in directory '"
                + loader.displayRoot()
                + "'"
                + (refused == null ? "" : ": " + refused.reason()));
    return (refused == null ? none : none.or(refused)).at(Position.ofFile(loader.root()));
  }
}
