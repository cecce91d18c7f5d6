package io.agentsrender.kustomize.transform.patch;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.kustomization.Entry;
import io.agentsrender.kustomize.load.Loader;
import io.agentsrender.kustomize.resource.Resource;
import io.agentsrender.kustomize.resource.ResourceReader;
import io.agentsrender.kustomize.resource.ResourceSet;
import io.agentsrender.kustomize.transform.Transformer;
import io.agentsrender.source.Position;
import io.agentsrender.source.budget.Meter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code patchesStrategicMerge}: files or patches written in place
 * (builtins/PatchStrategicMergeTransformer.go).
 */
public final class StrategicMergePatches implements Transformer {
  private final List<Resource> patches = new ArrayList<>();

  /**
   * @param paths files, or patches themselves
   * @param text patches in one text; empty for none
   * @throws BuildFailure where there is no patch at all, or one cannot be read
   */
  public StrategicMergePatches(
      List<Entry> paths,
      String text,
      @Nullable Position position,
      Loader loader,
      ResourceReader reader) {
    if (paths.isEmpty() && text.isEmpty()) {
      throw BuildFailure.of("empty file path and empty patch content").at(position);
    }
    for (Entry path : paths) {
      patches.addAll(read(path, loader, reader));
    }
    if (!text.isEmpty()) {
      patches.addAll(reader.readText(text, position));
    }
    if (patches.isEmpty()) {
      throw BuildFailure.of(
              "patch appears to be empty; files="
                  + paths.toString().replace(", ", " ")
                  + ", Patch=")
          .at(position);
    }
  }

  /** What is no patch itself is the name of a file. */
  private static List<Resource> read(Entry path, Loader loader, ResourceReader reader) {
    try {
      return reader.readText(path.text(), path.position());
    } catch (BuildFailure notInline) {
      try {
        return reader.read(loader.load(path.text()), loader.pathOf(path.text()));
      } catch (BuildFailure failure) {
        throw failure.at(path.position());
      }
    }
  }

  @Override
  public void transform(ResourceSet resources, Meter meter) {
    for (Resource patch : patches) {
      Resource target;
      try {
        target = resources.theOneWith(patch.originalId());
      } catch (BuildFailure failure) {
        throw failure.at(patch.provenance().position());
      }
      resources.apply(patch, List.of(target));
    }
  }
}
