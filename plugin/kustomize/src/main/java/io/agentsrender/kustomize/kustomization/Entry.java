package io.agentsrender.kustomize.kustomization;

import io.agentsrender.source.Position;
import org.jspecify.annotations.Nullable;

/** One text of a list, such as a resource's path, and where it stands. */
public record Entry(String text, @Nullable Position position) {

  @Override
  public String toString() {
    return text;
  }
}
