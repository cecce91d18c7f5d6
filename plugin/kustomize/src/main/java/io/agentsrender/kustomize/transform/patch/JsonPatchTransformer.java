package io.agentsrender.kustomize.transform.patch;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.kustomization.Patch;
import io.agentsrender.kustomize.load.Loader;
import io.agentsrender.kustomize.patch.JsonPatch;
import io.agentsrender.kustomize.patch.JsonPatchReader;
import io.agentsrender.kustomize.resource.Resource;
import io.agentsrender.kustomize.resource.ResourceSet;
import io.agentsrender.kustomize.selector.ResourceSelector;
import io.agentsrender.kustomize.transform.Transformer;
import io.agentsrender.source.Position;
import io.agentsrender.source.budget.Meter;
import org.jspecify.annotations.Nullable;

/** One entry of {@code patchesJson6902} (builtins/PatchJson6902Transformer.go). */
public final class JsonPatchTransformer implements Transformer {
  private final JsonPatch operations;
  private final ResourceSelector target;
  private final @Nullable Position place;

  /**
   * @throws BuildFailure where target or operations are missing
   */
  public JsonPatchTransformer(Patch patch, Loader loader) {
    try {
      if (patch.target() == null || patch.target().id().name().isEmpty()) {
        throw BuildFailure.of("must specify the target name");
      }
      this.target = patch.target();
      if (patch.path().isEmpty() && patch.text().isEmpty()) {
        throw BuildFailure.of("empty file path and empty jsonOp");
      }
      if (!patch.path().isEmpty() && !patch.text().isEmpty()) {
        throw BuildFailure.of("must specify a file path or jsonOp, not both");
      }
      String text = patch.text().isEmpty() ? loader.load(patch.path()).text() : patch.text();
      if (text.isEmpty()) {
        throw BuildFailure.of("patch file '" + patch.path() + "' empty seems to be empty");
      }
      this.place =
          patch.path().isEmpty()
              ? patch.textPosition()
              : Position.ofFile(loader.pathOf(patch.path()));
      this.operations =
          BuildFailure.wrapping("decoding the patch", () -> JsonPatchReader.read(text));
      if (operations.isEmpty()) {
        throw BuildFailure.of("patch appears to be empty; file=" + patch.path() + ", JsonOp=");
      }
    } catch (BuildFailure failure) {
      throw failure.at(patch.position());
    }
  }

  @Override
  public void transform(ResourceSet resources, Meter meter) {
    for (Resource resource : resources.select(target)) {
      JsonPatching.apply(operations, resource, place, meter);
    }
  }
}
