package io.agentsrender.gitops.repository;

import io.agentsrender.gitops.field.PlacedText;
import java.util.List;
import java.util.Optional;

/**
 * Where value files are.
 *
 * @param layout the name of one; absent where it is found out from the folders
 * @param root the folder that holds them
 * @param layers paths with placeholders, weakest first, in place of a named layout; empty for none
 * @param clusterLayers the same for components that exist once in a cluster
 * @param componentFiles what the value files of a component do to the layers
 * @param oldPrefixes beginnings of paths that mean the root of the repository
 */
public record ValuesSettings(
    Optional<PlacedText> layout,
    String root,
    List<PlacedText> layers,
    List<PlacedText> clusterLayers,
    ComponentFiles componentFiles,
    List<String> oldPrefixes) {

  /** What {@code valueFiles} of a component do. */
  public enum ComponentFiles {
    /** They are used in place of the layers. */
    REPLACE,
    /** Those that start with {@code $values/} come after the layers; others are left out. */
    APPEND
  }

  public static final String DEFAULT_ROOT = "sources/values";

  /** The GitOps repository as a submodule of another one, as older value files name it. */
  public static final List<String> DEFAULT_OLD_PREFIXES = List.of("gitops/ameide-gitops/");

  public static final ValuesSettings DEFAULT =
      new ValuesSettings(
          Optional.empty(),
          DEFAULT_ROOT,
          List.of(),
          List.of(),
          ComponentFiles.REPLACE,
          DEFAULT_OLD_PREFIXES);

  public ValuesSettings {
    layers = List.copyOf(layers);
    clusterLayers = List.copyOf(clusterLayers);
    oldPrefixes = List.copyOf(oldPrefixes);
  }

  public ValuesSettings withLayout(PlacedText layout) {
    return new ValuesSettings(
        Optional.of(layout), root, List.of(), List.of(), componentFiles, oldPrefixes);
  }
}
