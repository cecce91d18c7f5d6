package io.agentsrender.gitops.inventory;

import java.util.Optional;

/**
 * A component, a release of a Helmfile, or both where they have the same name.
 *
 * @param layer of the Helmfile; empty without one
 * @param tier the component's domain; empty without a component
 * @param component what it deploys; absent where only a Helmfile knows the release
 * @param helmfile what the release would deploy; absent where only a component is known
 */
public record InventoryEntry(
    String name,
    String layer,
    String tier,
    Form form,
    Optional<Declaration> component,
    Optional<Declaration> helmfile) {

  /** What Argo CD applies for an entry. */
  public enum Form {
    /** Manifests or a kustomization that stand in the repository. */
    RENDERED("rendered"),
    /** A chart that is rendered with each sync. */
    HELM("helm"),
    /** A component whose file is named so that nothing finds it. */
    DISABLED("disabled"),
    /** A release that only a Helmfile describes: nothing applies it. */
    HELMFILE_ONLY("helmfile only");

    private final String title;

    Form(String title) {
      this.title = title;
    }

    /** The word that people see. */
    public String title() {
      return title;
    }
  }

  /** What says best where it comes from: the component, or else the Helmfile. */
  public Declaration source() {
    return component.or(() -> helmfile).orElseThrow();
  }
}
