package io.agentsrender.helm.release;

import io.agentsrender.helm.chart.Dependency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A declared dependency as it takes part in one release. */
public final class ReleaseDependency {
  private final Dependency declared;
  private String name;
  private boolean enabled;
  private @Nullable List<ImportedValues> imported;

  /** Paths between which values were imported. */
  public record ImportedValues(String child, String parent) {}

  ReleaseDependency(Dependency declared) {
    this.declared = declared;
    this.name = declared.name();
    this.enabled = declared.enabled();
  }

  ReleaseDependency copy() {
    ReleaseDependency copy = new ReleaseDependency(declared);
    copy.name = name;
    copy.enabled = enabled;
    copy.imported = imported;
    return copy;
  }

  public Dependency declared() {
    return declared;
  }

  /** The chart's name; its alias once the dependency is resolved. */
  public String name() {
    return name;
  }

  void takeAlias() {
    name = declared.effectiveName();
  }

  public boolean isEnabled() {
    return enabled;
  }

  void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  /** What was imported; null until then. */
  public @Nullable List<ImportedValues> imported() {
    return imported;
  }

  void setImported(List<ImportedValues> paths) {
    imported = List.copyOf(paths);
  }
}
