package io.agentsrender.kustomize.transform.patch;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.load.Loader;
import io.agentsrender.kustomize.patch.JsonPatch;
import io.agentsrender.kustomize.patch.JsonPatchReader;
import io.agentsrender.kustomize.profile.KustomizeProfile;
import io.agentsrender.kustomize.resource.Resource;
import io.agentsrender.kustomize.resource.ResourceReader;
import io.agentsrender.source.Content;
import io.agentsrender.source.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A patch read both ways.
 *
 * @param merges what it is as objects
 * @param json what it is as a JSON patch; null where it is none
 * @param mergeFailure why it is no objects
 * @param jsonFailure why it is no JSON patch
 */
record PatchText(
    List<Resource> merges,
    @Nullable JsonPatch json,
    @Nullable BuildFailure mergeFailure,
    @Nullable BuildFailure jsonFailure) {

  static PatchText read(
      Content content,
      boolean inline,
      @Nullable Position place,
      Loader loader,
      String path,
      ResourceReader reader) {
    List<Resource> merges = List.of();
    BuildFailure mergeFailure = null;
    try {
      merges =
          inline
              ? reader.readText(content.text(), place)
              : reader.read(content, loader.pathOf(path));
    } catch (BuildFailure failure) {
      mergeFailure = failure;
    }
    try {
      JsonPatch json = JsonPatchReader.read(content.text());
      return new PatchText(merges, json, mergeFailure, null);
    } catch (BuildFailure failure) {
      return new PatchText(merges, null, mergeFailure, failure);
    }
  }

  /** Only a text that is no objects counts as a JSON patch. */
  @Override
  public @Nullable JsonPatch json() {
    return mergeFailure == null ? null : json;
  }

  void requireOneKind(String source, KustomizeProfile profile) {
    boolean both = mergeFailure == null && jsonFailure == null;
    boolean contents = !merges.isEmpty() && json != null && !json.isEmpty();
    if (profile.ignoresEmptyPatches() ? both && contents : both) {
      throw BuildFailure.of("illegally qualifies as both an SM and JSON patch: " + source);
    }
    if (mergeFailure != null && jsonFailure != null) {
      throw BuildFailure.of("unable to parse SM or JSON patch from " + source)
          .at(mergeFailure.place())
          .withAdvice(
              "As objects: " + mergeFailure.reason() + ". As JSON patch: " + jsonFailure.reason());
    }
  }
}
