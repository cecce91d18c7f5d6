package io.agentsrender.kustomize.kustomization;

import io.agentsrender.source.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order of the output (api/types/sortoptions.go).
 *
 * @param order {@code legacy} or {@code fifo}
 * @param legacy which kinds come first and last, instead of the built-in ones
 */
public record SortOptions(String order, @Nullable Legacy legacy, @Nullable Position position) {
  public record Legacy(List<String> first, List<String> last) {}
}
