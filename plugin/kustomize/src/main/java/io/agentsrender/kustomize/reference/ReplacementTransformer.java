package io.agentsrender.kustomize.reference;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.kustomization.Replacement;
import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.NodeKind;
import io.agentsrender.kustomize.node.path.FieldPath;
import io.agentsrender.kustomize.node.path.NodePath;
import io.agentsrender.kustomize.profile.KustomizeProfile;
import io.agentsrender.kustomize.resource.History;
import io.agentsrender.kustomize.resource.Resource;
import io.agentsrender.kustomize.resource.ResourceSet;
import io.agentsrender.kustomize.transform.Transformer;
import io.agentsrender.source.budget.Meter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies values between resources (api/filters/replacement/replacement.go). */
public final class ReplacementTransformer implements Transformer {
  private static final String DEFAULT_PATH = "metadata.name";

  private final List<Replacement> replacements;
  private final KustomizeProfile profile;

  /**
   * @param replacements none of which names a file
   */
  public ReplacementTransformer(List<Replacement> replacements, KustomizeProfile profile) {
    this.replacements = replacements;
    this.profile = profile;
  }

  @Override
  public void transform(ResourceSet resources, Meter meter) {
    for (Replacement replacement : replacements) {
      try {
        apply(replacement, resources, meter);
      } catch (BuildFailure failure) {
        throw failure.at(replacement.position());
      }
    }
    resources.dropEmpty();
  }

  private void apply(Replacement replacement, ResourceSet resources, Meter meter) {
    List<Replacement.Target> targets = replacement.targets();
    if (replacement.source() == null && replacement.sourceValue() == null || targets == null) {
      throw BuildFailure.of("replacements must specify a source and at least one target");
    }
    MutableNode value = value(replacement, resources);
    for (Replacement.Target target : targets) {
      if (target.select() == null) {
        throw BuildFailure.of("target must specify resources to select");
      }
      TargetPicker picker = TargetPicker.of(target, profile);
      for (Resource resource : resources.list()) {
        if (picker.picks(resource)) {
          copy(value, resource.node(), target, meter);
        }
      }
    }
  }

  private static MutableNode value(Replacement replacement, ResourceSet resources) {
    Replacement.Source source = replacement.source();
    String literal = replacement.sourceValue();
    if (source != null && literal != null) {
      throw BuildFailure.of("value and resource selectors are mutually exclusive");
    }
    if (source == null) {
      return MutableNode.scalar(literal == null ? "" : literal);
    }
    Resource resource = theOneSource(source, resources);
    String path = source.fieldPath().isEmpty() ? DEFAULT_PATH : source.fieldPath();
    MutableNode field =
        BuildFailure.<@Nullable MutableNode>wrapping(
            "error looking up replacement source",
            () -> NodePath.find(resource.node(), FieldPath.splitAtDots(path)));
    if (field == null || field.isEmpty()) {
      throw BuildFailure.of(
          "fieldPath `" + path + "` is missing for replacement source " + source.id());
    }
    return part(field, source.options());
  }

  private static Resource theOneSource(Replacement.Source source, ResourceSet resources) {
    List<Resource> found = new ArrayList<>();
    for (Resource resource : resources.list()) {
      if (History.unscopedIds(resource.node()).stream()
          .anyMatch(id -> id.isSelectedBy(source.id()))) {
        found.add(resource);
      }
    }
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw BuildFailure.of(
        (found.isEmpty() ? "nothing selected by " : "multiple matches for selector ") + source);
  }

  private static MutableNode part(MutableNode field, Replacement.@Nullable Options options) {
    if (options == null || options.delimiter().isEmpty()) {
      return field;
    }
    requireScalar(field);
    List<String> parts = split(field.value(), options.delimiter());
    if (options.index() < 0 || options.index() >= parts.size()) {
      throw BuildFailure.of("options.index " + options.index() + " is out of bounds");
    }
    MutableNode part = field.copy();
    part.setValue(parts.get(options.index()));
    return part;
  }

  private static void requireScalar(MutableNode field) {
    if (!field.is(NodeKind.SCALAR)) {
      throw BuildFailure.of("delimiter option can only be used with scalar nodes")
          .at(field.position());
    }
  }

  static List<String> split(String text, String delimiter) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int at = text.indexOf(delimiter);
        at >= 0;
        start = at + delimiter.length(), at = text.indexOf(delimiter, start)) {
      parts.add(text.substring(start, at));
    }
    parts.add(text.substring(start));
    return parts;
  }

  private void copy(MutableNode value, MutableNode object, Replacement.Target target, Meter meter) {
    List<String> paths =
        target.fieldPaths().isEmpty() ? List.of(DEFAULT_PATH) : target.fieldPaths();
    boolean create = target.options() != null && target.options().create();
    TargetFields fields = new TargetFields(create ? value.kind() : NodeKind.NONE, profile, meter);
    for (String path : paths) {
      if (profile.replacesInsideTexts() && fields.setInsideText(object, path, value)) {
        continue;
      }
      for (MutableNode field : fields.find(object, path)) {
        meter.step(value.weight());
        set(field, value.copy(), target.options(), meter);
      }
    }
  }

  private static void set(
      MutableNode field, MutableNode value, Replacement.@Nullable Options options, Meter meter) {
    if (options != null && !options.delimiter().isEmpty()) {
      requireScalar(field);
      List<String> parts = split(field.value(), options.delimiter());
      String text = value.isTaggedNull() ? "" : value.value();
      if (options.index() < 0) {
        parts.addFirst(text);
      } else if (options.index() >= parts.size()) {
        parts.add(text);
      } else {
        parts.set(options.index(), text);
      }
      value.setValue(String.join(options.delimiter(), parts));
      meter.output(value.value().length());
    }
    if (field.is(NodeKind.SCALAR)) {
      // Type and quotes stay: a number stays a number.
      field.setValue(value.value());
    } else {
      field.become(value);
    }
  }
}
