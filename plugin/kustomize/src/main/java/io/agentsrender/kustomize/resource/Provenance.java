package io.agentsrender.kustomize.resource;

import io.agentsrender.source.Position;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a resource came from and which patches changed it: for people, not for the output. */
public final class Provenance {
  private final @Nullable Position position;
  private final @Nullable String release;
  private final List<Position> patches = new ArrayList<>();

  private Provenance(@Nullable Position position, @Nullable String release) {
    this.position = position;
    this.release = release;
  }

  /** Read from a file, or made by what stands at that place of a kustomization. */
  public static Provenance at(@Nullable Position position) {
    return new Provenance(position, null);
  }

  /** Rendered from a chart. */
  public static Provenance ofChart(@Nullable Position position, String release) {
    return new Provenance(position, release);
  }

  Provenance copy() {
    Provenance copy = new Provenance(position, release);
    copy.patches.addAll(patches);
    return copy;
  }

  public @Nullable Position position() {
    return position;
  }

  /** The release it is part of, where it came from a chart. */
  public @Nullable String release() {
    return release;
  }

  /** The patches that were applied, in order. */
  public List<Position> patches() {
    return List.copyOf(patches);
  }

  public void addPatch(@Nullable Position patch) {
    if (patch != null) {
      patches.add(patch);
    }
  }
}
