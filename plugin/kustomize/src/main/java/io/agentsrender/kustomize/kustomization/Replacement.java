package io.agentsrender.kustomize.kustomization;

import io.agentsrender.kustomize.identity.ResourceId;
import io.agentsrender.kustomize.selector.ResourceSelector;
import io.agentsrender.source.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies a value from one field to others (api/types/replacement.go).
 *
 * @param path a file with replacements, instead of all else
 * @param targets null where none are given, which is an error
 */
public record Replacement(
    String path,
    @Nullable Source source,
    @Nullable String sourceValue,
    @Nullable List<Target> targets,
    @Nullable Position position) {

  /**
   * Where the value comes from.
   *
   * @param id its parts must be equal, empty ones stand for anything
   */
  public record Source(ResourceId id, String fieldPath, @Nullable Options options) {
    @Override
    public String toString() {
      String text = fieldPath.isEmpty() ? id.toString() : id + ":" + fieldPath;
      return options == null || options.toString().isEmpty() ? text : text + ":" + options;
    }
  }

  /** Where the value goes. */
  public record Target(
      @Nullable ResourceSelector select,
      List<ResourceSelector> reject,
      List<String> fieldPaths,
      @Nullable Options options) {}

  /** Part of a text rather than the whole, and whether a missing field is made. */
  public record Options(String delimiter, int index, boolean create) {
    @Override
    public String toString() {
      return delimiter.isEmpty() && !create ? "" : delimiter + "(" + index + "), create=" + create;
    }
  }
}
