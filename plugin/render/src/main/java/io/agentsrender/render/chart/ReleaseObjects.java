package io.agentsrender.render.chart;

import io.agentsrender.helm.HelmResult;
import io.agentsrender.helm.output.ReleaseDocument;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.manifest.ManifestReader;
import io.agentsrender.manifest.Origin;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns what a chart rendered into objects: its CRDs, its manifests, its hooks. */
final class ReleaseObjects {
  private final Optional<String> release;
  private final List<KubernetesObject> objects = new ArrayList<>();
  private final List<Problem> errors = new ArrayList<>();

  private final CrdDocuments crdDocuments;

  ReleaseObjects(String release, CrdDocuments crdDocuments) {
    this.release = Optional.of(release);
    this.crdDocuments = crdDocuments;
  }

  /**
   * The objects in the order in which Helm prints them.
   *
   * @throws RenderException with one problem for each document that is no object
   */
  List<KubernetesObject> of(HelmResult result, boolean crds, boolean tests) {
    if (crds) {
      result
          .crds()
          .forEach(crd ->
              crdDocuments
                  .of(crd.file().content(), crd.file().source())
                  .forEach(document -> add(document, Optional.empty())));
    }
    result.manifests().forEach(this::add);
    result.hooks().stream().filter(hook -> tests || !hook.isTest()).forEach(this::add);
    if (!errors.isEmpty()) {
      throw new RenderException(errors);
    }
    return objects;
  }

  private void add(ReleaseDocument document) {
    add(document.node(), Optional.of(document.origin()));
  }

  private void add(Node document, Optional<Position> template) {
    try {
      for (KubernetesObject object : new ManifestReader(release).add(document).objects()) {
        Position place = template.orElse(object.origin().place());
        objects.add(new KubernetesObject(object.node(), new Origin(place, release)));
      }
    } catch (RenderException e) {
      e.problems().forEach(problem -> errors.add(template.map(problem::withPlace).orElse(problem)));
    }
  }
}
