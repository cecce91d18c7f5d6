package io.agentsrender.gitops.inventory;

import io.agentsrender.gitops.inventory.InventoryEntry.Form;
import io.agentsrender.source.Content;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.SourceTree;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether Helmfiles are kept as what they are meant for: they say the same as the components, carry
 * a banner, and nothing applies them.
 */
public final class InventoryCheck {
  private static final String TRIED = "comparing Helmfiles with components";
  private static final String BANNER = "RENDER-ONLY";

  private InventoryCheck() {}

  /** All that is wrong, as errors. */
  public static List<Problem> check(Inventory inventory, SourceTree tree) {
    List<Problem> problems = new ArrayList<>();
    inventory.entries().forEach(entry -> compare(entry, problems));
    for (String file : inventory.helmfiles()) {
      if (!tree.file(file).map(InventoryCheck::hasBanner).orElse(true)) {
        problems.add(
            Problem.error("reading a Helmfile", "it does not say that it is never applied")
                .withPlace(new Position(file, 1, 1))
                .withAdvice("Start it with the comment ## " + BANNER + "."));
      }
    }
    problems.addAll(new HelmfileCalls(tree).found());
    return problems;
  }

  /** In a comment above everything else. */
  private static boolean hasBanner(Content content) {
    return content
        .text()
        .lines()
        .map(String::strip)
        .takeWhile(line -> line.isEmpty() || line.startsWith("#") || line.equals("---"))
        .anyMatch(line -> line.startsWith("#") && line.contains(BANNER));
  }

  private static void compare(InventoryEntry entry, List<Problem> problems) {
    if (entry.form() != Form.HELM || entry.component().isEmpty() || entry.helmfile().isEmpty()) {
      return;
    }
    Declaration component = entry.component().get();
    Declaration helmfile = entry.helmfile().get();
    if (!ChartIdentity.of(component).isSame(ChartIdentity.of(helmfile))) {
      problems.add(difference(entry, "the chart", described(helmfile), described(component)));
    } else if (!ChartIdentity.version(component).equals(ChartIdentity.version(helmfile))) {
      problems.add(
          difference(
              entry,
              "the version of the chart",
              ChartIdentity.version(helmfile),
              ChartIdentity.version(component)));
    }
    if (!component.valueFiles().equals(helmfile.valueFiles())) {
      problems.add(
          difference(
              entry,
              "the list of value files",
              String.join(", ", helmfile.valueFiles()),
              String.join(", ", component.valueFiles())));
    }
  }

  private static String described(Declaration declaration) {
    return declaration.repository().isEmpty()
        ? declaration.chart()
        : declaration.chart() + " of " + declaration.repository();
  }

  private static Problem difference(
      InventoryEntry entry, String what, String helmfile, String component) {
    return Problem.error(
            TRIED + ": " + entry.name(),
            what
                + " differs: \""
                + helmfile
                + "\" in the Helmfile, \""
                + component
                + "\" in "
                + entry.component().orElseThrow().at())
        .withPlace(entry.helmfile().orElseThrow().at())
        .withAdvice(
            "Argo CD applies the component: correct the Helmfile, or delete the release from it.");
  }
}
