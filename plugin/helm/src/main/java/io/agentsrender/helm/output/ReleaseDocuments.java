package io.agentsrender.helm.output;

import io.agentsrender.helm.engine.RenderedTemplate;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.source.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * The documents of a release in the order in which Helm prints them.
 *
 * @param manifests what is installed, by kind
 * @param hooks what runs at certain moments, by kind too: their weights play no part
 * @param notes what the root chart's {@code NOTES.txt} rendered; empty without one
 */
public record ReleaseDocuments(
    List<ReleaseDocument> manifests, List<ReleaseDocument> hooks, String notes) {
  private static final String NOTES = "NOTES.txt";

  public ReleaseDocuments {
    manifests = List.copyOf(manifests);
    hooks = List.copyOf(hooks);
  }

  /**
   * Sorts out what templates rendered (releaseutil/manifest_sorter.go, SortManifests).
   *
   * @param chartName of the root chart
   * @param withNodes whether documents keep their nodes, which take more memory than their text
   * @throws io.agentsrender.source.RenderException where Helm refuses a document
   */
  public static ReleaseDocuments of(
      List<RenderedTemplate> rendered,
      String chartName,
      HelmProfile profile,
      boolean withNodes,
      Consumer<Problem> warnings) {
    String notes = "";
    List<ReleaseDocument> manifests = new ArrayList<>();
    List<ReleaseDocument> hooks = new ArrayList<>();
    DocumentReader reader = new DocumentReader(profile, withNodes, warnings);
    for (RenderedTemplate template : byPath(rendered)) {
      if (template.name().endsWith(NOTES)) {
        boolean own = template.name().equals(chartName + "/templates/" + NOTES);
        notes = own ? template.text() : notes;
      } else {
        for (ReleaseDocument document : reader.read(template)) {
          (document.hook().isPresent() ? hooks : manifests).add(document);
        }
      }
    }
    Comparator<ReleaseDocument> byKind =
        Comparator.comparing(ReleaseDocument::kind, new KindOrder(profile));
    manifests.sort(byKind);
    hooks.sort(byKind);
    return new ReleaseDocuments(manifests, hooks, notes);
  }

  private static List<RenderedTemplate> byPath(List<RenderedTemplate> rendered) {
    return rendered.stream().sorted(Comparator.comparing(RenderedTemplate::name)).toList();
  }
}
