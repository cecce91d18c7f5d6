package io.agentsrender.gitops.inventory;

import io.agentsrender.gitops.component.Component;
import io.agentsrender.gitops.component.ComponentFile;
import io.agentsrender.gitops.component.ComponentReader;
import io.agentsrender.gitops.component.ComponentSource;
import io.agentsrender.gitops.helmfile.HelmfileRelease;
import io.agentsrender.gitops.helmfile.HelmfileTree;
import io.agentsrender.gitops.inventory.InventoryEntry.Form;
import io.agentsrender.gitops.layering.Environments;
import io.agentsrender.gitops.repository.RepositorySettings;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import io.agentsrender.source.VisibleFiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything a repository deploys: its components, and the releases of its Helmfiles, which are
 * only read.
 *
 * @param entries sorted by layer, tier and name
 * @param helmfiles all Helmfiles
 * @param problems of files that cannot be read
 */
public record Inventory(
    List<InventoryEntry> entries, List<String> helmfiles, List<Problem> problems) {
  private static final Comparator<InventoryEntry> ORDER =
      Comparator.comparing((InventoryEntry entry) -> entry.layer().isEmpty())
          .thenComparing(InventoryEntry::layer)
          .thenComparing(InventoryEntry::tier)
          .thenComparing(InventoryEntry::name)
          .thenComparing(entry -> entry.source().at().file());

  public Inventory {
    entries = List.copyOf(entries);
    helmfiles = List.copyOf(helmfiles);
    problems = List.copyOf(problems);
  }

  /** A component that was read. */
  private record Found(Component component, Declaration declaration, Form form) {
    /** Components are often named after their tier and the release. */
    boolean isOf(HelmfileRelease release) {
      String name = component.name().text();
      return name.equals(release.name())
          || name.equals(component.domain().text() + "-" + release.name());
    }
  }

  /** The inventory of what stands below a folder; Helmfiles are those of the whole tree. */
  public static Inventory of(SourceTree tree, String folder, RepositorySettings settings) {
    List<Problem> problems = new ArrayList<>();
    EnvironmentPattern pattern = new EnvironmentPattern(new Environments(tree, settings).found());
    ComponentDeclarations declarations =
        new ComponentDeclarations(tree, settings, pattern, problems);
    List<Found> components = new ArrayList<>();
    for (String path : VisibleFiles.below(tree, folder)) {
      if (ComponentFile.is(TreePath.name(path))) {
        try {
          components.add(found(tree, path, declarations));
        } catch (RenderException e) {
          problems.addAll(e.problems());
        }
      }
    }
    HelmfileTree.Found helmfiles = HelmfileTree.of(tree);
    problems.addAll(helmfiles.problems());
    List<InventoryEntry> entries = new ArrayList<>();
    List<HelmfileRelease> releases = new ArrayList<>(helmfiles.releases());
    for (Found found : components) {
      Optional<HelmfileRelease> release = releases.stream().filter(found::isOf).findFirst();
      entries.add(entry(found, release, pattern));
    }
    releases.removeIf(release -> components.stream().anyMatch(found -> found.isOf(release)));
    boolean whole = folder.isEmpty();
    releases.stream()
        .filter(release -> whole || TreePath.isWithin(folder, release.at().file()))
        .forEach(release -> entries.add(entry(release, pattern)));
    entries.sort(ORDER);
    return new Inventory(entries, helmfiles.files(), problems);
  }

  private static Found found(SourceTree tree, String path, ComponentDeclarations declarations) {
    Component component =
        ComponentReader.read(tree.file(path).orElseThrow(), path, new ArrayList<>());
    return new Found(
        component,
        declarations.of(component, TreePath.parent(path)),
        form(component, TreePath.name(path)));
  }

  private static Form form(Component component, String file) {
    if (file.equals(ComponentFile.DISABLED_NAME)) {
      return Form.DISABLED;
    }
    return component.source() instanceof ComponentSource.Chart ? Form.HELM : Form.RENDERED;
  }

  private static InventoryEntry entry(
      Found found, Optional<HelmfileRelease> release, EnvironmentPattern pattern) {
    return new InventoryEntry(
        found.component().name().text(),
        release.map(HelmfileRelease::layer).orElse(""),
        found.component().domain().text(),
        found.form(),
        Optional.of(found.declaration()),
        release.map(known -> ReleaseDeclarations.of(known, pattern)));
  }

  private static InventoryEntry entry(HelmfileRelease release, EnvironmentPattern pattern) {
    return new InventoryEntry(
        release.name(),
        release.layer(),
        "",
        Form.HELMFILE_ONLY,
        Optional.empty(),
        Optional.of(ReleaseDeclarations.of(release, pattern)));
  }
}
