package io.agentsrender.kustomize.reference;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.NodeKind;
import io.agentsrender.kustomize.node.conversion.EmbeddedDocument;
import io.agentsrender.kustomize.node.path.FieldPath;
import io.agentsrender.kustomize.node.path.NodePath;
import io.agentsrender.kustomize.node.path.PathMatcher;
import io.agentsrender.kustomize.profile.KustomizeProfile;
import io.agentsrender.source.budget.Meter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of one object that a replacement writes to. */
final class TargetFields {
  private final NodeKind create;
  private final PathMatcher matcher;
  private final Meter meter;

  TargetFields(NodeKind create, KustomizeProfile profile, Meter meter) {
    this.create = create;
    this.meter = meter;
    this.matcher =
        new PathMatcher(
            create,
            profile.replacesInsideTexts()
                ? PathMatcher.EmbeddedText.READ
                : PathMatcher.EmbeddedText.REFUSE);
  }

  /**
   * @throws BuildFailure where there is none
   */
  List<MutableNode> find(MutableNode object, String path) {
    List<MutableNode> found;
    try {
      found = matcher.match(object, FieldPath.splitAtDots(path));
    } catch (BuildFailure failure) {
      throw failure.wrap(missing(path));
    }
    if (found == null || found.isEmpty()) {
      throw BuildFailure.of(missing(path));
    }
    return found;
  }

  private String missing(String path) {
    return create == NodeKind.NONE
        ? "unable to find field \"" + path + "\" in replacement target"
        : "unable to find or create field \"" + path + "\" in replacement target";
  }

  /**
   * Writes into a text that is YAML or JSON itself, where the path leads into one.
   *
   * @return whether it does; kustomize forgives every failure on the way and looks for a plain
   *     field
   */
  boolean setInsideText(MutableNode object, String path, MutableNode value) {
    List<String> parts = FieldPath.splitAtDots(path);
    try {
      for (int i = 1; i < parts.size(); i++) {
        MutableNode text = scalar(object, parts.subList(0, i));
        if (text != null && EmbeddedDocument.isReadable(text)) {
          return setInside(text, parts.subList(i, parts.size()), value);
        }
      }
    } catch (BuildFailure failure) {
      return false;
    }
    return false;
  }

  private static @Nullable MutableNode scalar(MutableNode object, List<String> path) {
    try {
      MutableNode found = NodePath.find(object, path);
      return found != null && found.is(NodeKind.SCALAR) ? found : null;
    } catch (BuildFailure noSuchPath) {
      return null;
    }
  }

  private boolean setInside(MutableNode text, List<String> path, MutableNode value) {
    EmbeddedDocument document = EmbeddedDocument.of(text);
    List<MutableNode> found = matcher.match(document.root(), path);
    if (found == null || found.isEmpty()) {
      return false;
    }
    for (MutableNode field : found) {
      if (field.is(NodeKind.SCALAR)) {
        field.setValue(value.value());
      } else {
        field.become(value);
      }
    }
    text.setValue(document.write());
    meter.output(text.value().length());
    return true;
  }
}
