package io.agentsrender.kustomize.fieldspec;

import io.agentsrender.kustomize.identity.Gvk;
import io.agentsrender.kustomize.node.path.FieldPath;
import java.util.List;

/**
 * A field of some kinds (api/types/fieldspec.go).
 *
 * @param gvk the kinds; empty parts stand for anything
 * @param path names with {@code /} between them; lists on the way are walked through
 * @param create whether the field is made where it is missing
 * @param parts the names of the path
 */
public record FieldSpec(Gvk gvk, String path, boolean create, List<String> parts) {

  public FieldSpec(Gvk gvk, String path, boolean create) {
    this(gvk, path, create, List.copyOf(FieldPath.split(path, "/")));
  }

  public static FieldSpec of(String path, boolean create) {
    return new FieldSpec(Gvk.of("", "", ""), path, create);
  }

  /** Whether this one says what the other says already. */
  boolean covers(FieldSpec other) {
    return gvk.isSelectedBy(other.gvk) && path.equals(other.path);
  }

  /** {@code gvk:create:path}. */
  @Override
  public String toString() {
    return gvk + ":" + create + ":" + path;
  }
}
