package io.agentsrender.kustomize.transform.patch;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.kustomization.Patch;
import io.agentsrender.kustomize.load.Loader;
import io.agentsrender.kustomize.patch.JsonPatch;
import io.agentsrender.kustomize.profile.KustomizeProfile;
import io.agentsrender.kustomize.resource.Resource;
import io.agentsrender.kustomize.resource.ResourceReader;
import io.agentsrender.kustomize.resource.ResourceSet;
import io.agentsrender.kustomize.transform.Transformer;
import io.agentsrender.source.Content;
import io.agentsrender.source.Position;
import io.agentsrender.source.budget.Meter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code patches}: a strategic merge patch or a JSON patch, which shows when it is
 * read (builtins/PatchTransformer.go).
 */
public final class PatchTransformer implements Transformer {
  private final Patch patch;
  private final KustomizeProfile profile;
  private final String source;

  /** The steps of one merge. */
  private final int weight;

  private final @Nullable Position place;
  private final List<Resource> merges;
  private final @Nullable JsonPatch json;

  /**
   * @throws BuildFailure where the entry is no patch, or two
   */
  public PatchTransformer(
      Patch patch, Loader loader, ResourceReader reader, KustomizeProfile profile) {
    this.patch = patch;
    this.profile = profile;
    try {
      String inline = patch.text().strip();
      if (inline.isEmpty() && patch.path().isEmpty()) {
        throw BuildFailure.of("must specify one of patch and path in\n" + describe(patch));
      }
      if (!inline.isEmpty() && !patch.path().isEmpty()) {
        throw BuildFailure.of("patch and path can't be set at the same time\n" + describe(patch));
      }
      boolean isInline = !inline.isEmpty();
      Content content = isInline ? Content.ofText(inline) : load(loader, patch.path());
      this.weight = content.size() / 16;
      this.source = isInline ? "[patch]" : "[path: \"" + patch.path() + "\"]";
      this.place = isInline ? patch.textPosition() : Position.ofFile(loader.pathOf(patch.path()));
      PatchText text = PatchText.read(content, isInline, place, loader, patch.path(), reader);
      text.requireOneKind(source, profile);
      this.merges = text.merges();
      boolean isEmpty = merges.isEmpty() && text.json() == null;
      this.json =
          isEmpty && !profile.ignoresEmptyPatches() ? new JsonPatch(List.of()) : text.json();
    } catch (BuildFailure failure) {
      throw failure.at(patch.position());
    }
    for (Resource merge : merges) {
      if (patch.allowNameChange()) {
        merge.allowNameChange();
      }
      if (patch.allowKindChange()) {
        merge.allowKindChange();
      }
    }
  }

  private static Content load(Loader loader, String path) {
    return BuildFailure.wrapping(
        "failed to get the patch file from path(" + path + ")", () -> loader.load(path));
  }

  private static String describe(Patch patch) {
    return (patch.path().isEmpty() ? "" : "path: " + patch.path() + "\n")
        + (patch.target() == null ? "" : "target: " + patch.target() + "\n");
  }

  @Override
  public void transform(ResourceSet resources, Meter meter) {
    try {
      if (json != null) {
        applyJson(json, resources, meter);
      } else if (patch.target() != null) {
        mergeIntoSelected(resources, meter);
      } else {
        mergeByName(resources);
      }
    } catch (BuildFailure failure) {
      throw failure.at(patch.position());
    }
  }

  private void mergeIntoSelected(ResourceSet resources, Meter meter) {
    if (patch.target() == null || merges.isEmpty()) {
      return;
    }
    if (merges.size() > 1) {
      throw BuildFailure.of(
          "Multiple Strategic-Merge Patches in one `patches` entry is not allowed to set"
              + " `patches.target` field: "
              + source);
    }
    List<Resource> selected = resources.select(patch.target());
    meter.step((long) weight * selected.size());
    resources.apply(merges.getFirst(), selected);
  }

  private void mergeByName(ResourceSet resources) {
    for (Resource merge : merges) {
      if (!profile.survivesDeletionInsideAPatch()
          && resources.list().stream().anyMatch(Resource::isEmpty)) {
        throw BuildFailure.of(
                "panic: runtime error: invalid memory address or nil pointer dereference")
            .withAdvice(
                "kustomize "
                    + profile.version()
                    + " crashes here: put the patch that deletes last, or into an entry of its"
                    + " own.");
      }
      Resource target =
          BuildFailure.wrapping(
              "no resource matches strategic merge patch \"" + merge.originalId() + "\"",
              () -> resources.theOneWith(merge.originalId()));
      target.apply(merge);
    }
  }

  private void applyJson(JsonPatch operations, ResourceSet resources, Meter meter) {
    if (patch.target() == null) {
      throw BuildFailure.of("must specify a target for JSON patch " + source)
          .withAdvice("Say in \"target\" which objects are patched.");
    }
    for (Resource resource : resources.select(patch.target())) {
      resource.storePreviousId();
      JsonPatching.apply(operations, resource, place, meter);
    }
  }
}
