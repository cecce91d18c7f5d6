package io.agentsrender.kustomize.fieldspec;

import io.agentsrender.kustomize.identity.Gvk;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects field specs. Kinds are written {@code Kind} or {@code group/version/Kind} with either
 * part empty; the empty text is every kind.
 */
final class Specs {
  private final List<FieldSpec> specs = new ArrayList<>();

  /** Fields that are changed where they exist. */
  void add(String kind, String... paths) {
    add(kind, false, paths);
  }

  /** Fields that are made where they are missing. */
  void create(String kind, String... paths) {
    add(kind, true, paths);
  }

  private void add(String kind, boolean create, String... paths) {
    Gvk gvk = gvk(kind);
    for (String path : paths) {
      specs.add(new FieldSpec(gvk, path, create));
    }
  }

  static Gvk gvk(String kind) {
    String[] parts = kind.split("/", -1);
    return parts.length == 1 ? Gvk.of("", "", kind) : Gvk.of(parts[0], parts[1], parts[2]);
  }

  List<FieldSpec> list() {
    return specs;
  }
}
