package io.agentsrender.kustomize.kustomization.reader;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.kustomization.Replacement;
import io.agentsrender.kustomize.kustomization.reader.StructReader.Rules;
import io.agentsrender.kustomize.load.Loader;
import io.agentsrender.kustomize.profile.KustomizeProfile;
import java.util.ArrayList;
import java.util.List;

/**
 * Replacements that are written in files of their own (builtins/ReplacementTransformer.go, Config).
 */
public final class ReplacementFiles {
  private ReplacementFiles() {}

  /** The entries, those that name files replaced by what these hold: one replacement or a list. */
  public static List<Replacement> load(
      List<Replacement> entries, Loader loader, KustomizeProfile profile) {
    List<Replacement> all = new ArrayList<>();
    for (Replacement entry : entries) {
      if (entry.path().isEmpty()) {
        all.add(entry);
        continue;
      }
      try {
        boolean hasTargets = entry.targets() != null && !entry.targets().isEmpty();
        if (entry.source() != null || hasTargets) {
          throw BuildFailure.of("cannot specify both path and inline replacement");
        }
        all.addAll(read(entry.path(), loader, profile));
      } catch (BuildFailure failure) {
        throw failure.at(entry.position());
      }
    }
    return all;
  }

  private static List<Replacement> read(String path, Loader loader, KustomizeProfile profile) {
    Input input = YamlInput.read(loader.load(path), loader.pathOf(path));
    ArgsReader args = new ArgsReader(profile);
    List<Input> list = input.asList();
    if (list == null && input.asMap() == null) {
      throw BuildFailure.of(
          "unsupported replacement type encountered within replacement path: " + input.jsonType());
    }
    List<Replacement> replacements = new ArrayList<>();
    for (Input one : list == null ? List.of(input) : list) {
      replacements.add(args.replacement(StructReader.of("Replacement", Rules.LENIENT, one)));
    }
    return replacements;
  }
}
