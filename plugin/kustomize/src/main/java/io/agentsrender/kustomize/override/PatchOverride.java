package io.agentsrender.kustomize.override;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.kustomization.Patch;
import io.agentsrender.kustomize.kustomization.reader.ArgsReader;
import io.agentsrender.kustomize.kustomization.reader.Input;
import io.agentsrender.kustomize.kustomization.reader.StructReader;
import io.agentsrender.kustomize.kustomization.reader.StructReader.Rules;
import io.agentsrender.kustomize.kustomization.reader.YamlInput;
import io.agentsrender.kustomize.profile.KustomizeProfile;
import io.agentsrender.source.Content;
import io.agentsrender.source.Position;
import java.util.ArrayList;
import java.util.List;

/** Patches, which Argo CD writes behind those of the kustomization. */
final class PatchOverride {
  private PatchOverride() {}

  /**
   * Reads entries of {@code patches}.
   *
   * @param place for all of them
   * @throws BuildFailure where one is no such entry
   */
  static List<Patch> read(List<String> texts, KustomizeProfile profile, Position place) {
    ArgsReader args = new ArgsReader(profile);
    List<Patch> patches = new ArrayList<>(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      try {
        patches.add(read(texts.get(i), args, place));
      } catch (BuildFailure failure) {
        throw BuildFailure.of("patch " + (i + 1) + " of the overrides: " + failure.reason())
            .withAdvice(
                "Write each as an entry of a kustomization's patches: a map of patch or path, and"
                    + " target.");
      }
    }
    return patches;
  }

  private static Patch read(String text, ArgsReader args, Position place) {
    // Places inside of an override mean nothing to a reader.
    Input input = Input.of(YamlInput.read(Content.ofText(text), "").plain(), place);
    StructReader reader = StructReader.of("Patch", Rules.STRICT, input);
    Patch patch = args.patch(reader);
    reader.end();
    return patch;
  }
}
