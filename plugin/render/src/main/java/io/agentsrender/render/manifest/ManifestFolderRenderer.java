package io.agentsrender.render.manifest;

import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.manifest.ManifestReader;
import io.agentsrender.render.plan.Plan;
import io.agentsrender.source.Content;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.json.JsonReader;
import io.agentsrender.yaml.read.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a folder of manifests as Argo CD's directory sources do (reposerver/repository,
 * findManifests): YAML and JSON files in lexical order.
 */
public final class ManifestFolderRenderer {
  private static final String TRIED = "reading manifests";

  /** A file that says so in any line is left out, as Argo CD leaves it out. */
  private static final String SKIP_MARK = "+argocd:skip-file-rendering";

  private final SourceTree tree;

  public ManifestFolderRenderer(SourceTree tree) {
    this.tree = tree;
  }

  public List<KubernetesObject> render(Plan.ManifestFolder folder, List<Problem> warnings) {
    List<KubernetesObject> objects = new ArrayList<>();
    List<Problem> errors = new ArrayList<>();
    for (String path : new ManifestFiles(tree, folder.selection()).below(folder.folder())) {
      try {
        objects.addAll(read(path, tree.file(path).orElseThrow(), warnings));
      } catch (RenderException e) {
        errors.addAll(e.problems());
      }
    }
    if (!errors.isEmpty()) {
      throw new RenderException(errors);
    }
    return objects;
  }

  private static List<KubernetesObject> read(String path, Content file, List<Problem> warnings) {
    String text = file.byteString();
    if (text.contains(SKIP_MARK)) {
      return List.of();
    }
    if (path.endsWith(".jsonnet")) {
      throw new RenderException(
          Problem.notSupported(TRIED, "Jsonnet is not supported")
              .withPlace(Position.ofFile(path))
              .withAdvice("Commit what it renders, or mark the file with # " + SKIP_MARK + "."));
    }
    if (path.endsWith(".json")) {
      requireOneObject(path, file);
    }
    List<KubernetesObject> objects = new ArrayList<>();
    try {
      for (Node document : reader(text).all(file, path)) {
        objects.addAll(new ManifestReader(Optional.empty()).add(document).objects());
      }
      return objects;
    } catch (RenderException e) {
      if (objects.isEmpty()) {
        return unreadable(path, text, e, warnings);
      }
      throw e;
    }
  }

  /** Unlike YAML, JSON is read whatever it looks like. */
  private static void requireOneObject(String path, Content file) {
    int end = JsonReader.of(path).readFirst(file.toByteArray()).end();
    if (!file.byteString().substring(end).isBlank()) {
      throw new RenderException(
          Problem.error(
                  TRIED,
                  "Found multiple objects in \""
                      + TreePath.name(path)
                      + "\". Only single objects are allowed in JSON files.")
              .withPlace(Position.ofFile(path))
              .withAdvice("Put each into a file of its own, or into a List."));
    }
  }

  /** No error may quote a Secret. */
  private static YamlReader reader(String text) {
    YamlReader reader = YamlReader.of(Dialect.HELM);
    return text.contains("Secret") ? reader.withoutExcerpts() : reader;
  }

  /** What does not even look like a Kubernetes object may be anything: Argo CD ignores it. */
  private static List<KubernetesObject> unreadable(
      String path, String text, RenderException e, List<Problem> warnings) {
    if (text.contains("apiVersion:") && text.contains("kind:") && text.contains("metadata:")) {
      throw e;
    }
    warnings.add(
        Problem.warning(TRIED, "skipped a file that has no Kubernetes object")
            .withPlace(Position.ofFile(path)));
    return List.of();
  }
}
