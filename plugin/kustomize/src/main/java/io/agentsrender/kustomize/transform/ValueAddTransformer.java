package io.agentsrender.kustomize.transform;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.kustomization.reader.ArgsReader;
import io.agentsrender.kustomize.kustomization.reader.StructReader;
import io.agentsrender.kustomize.kustomization.reader.YamlInput;
import io.agentsrender.kustomize.load.Loader;
import io.agentsrender.kustomize.load.PathNames;
import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.NodeKind;
import io.agentsrender.kustomize.node.path.FieldPath;
import io.agentsrender.kustomize.node.path.Fields;
import io.agentsrender.kustomize.node.path.Kinds;
import io.agentsrender.kustomize.node.path.NodePath;
import io.agentsrender.kustomize.resource.Resource;
import io.agentsrender.kustomize.resource.ResourceSet;
import io.agentsrender.kustomize.selector.ResourceSelector;
import io.agentsrender.source.budget.Meter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts one text into fields, also into one place of a path (builtins/ValueAddTransformer.go,
 * api/filters/valueadd).
 */
public record ValueAddTransformer(String value, List<Place> places) implements Transformer {

  /**
   * Where the text goes.
   *
   * @param filePathPosition which part of a path it becomes, from 1; 0 for the whole
   */
  record Place(@Nullable ResourceSelector selector, String fieldPath, int filePathPosition) {}

  public static ValueAddTransformer read(StructReader fields, ArgsReader args, Loader loader) {
    String value = fields.text("value").strip();
    List<Place> places = new ArrayList<>(places(fields, args));
    String file = fields.text("targetFilePath");
    if (!file.isEmpty()) {
      StructReader inFile =
          StructReader.of(
              "Targets",
              StructReader.Rules.LENIENT,
              YamlInput.read(loader.load(file), loader.pathOf(file)));
      places.addAll(places(inFile, args));
    }
    if (places.isEmpty()) {
      throw BuildFailure.of("must specify at least one target");
    }
    for (Place place : places) {
      if (place.fieldPath.isEmpty()) {
        throw BuildFailure.of("fieldPath cannot be empty");
      }
      if (place.filePathPosition < 0) {
        throw BuildFailure.of(
            "value of FilePathPosition (" + place.filePathPosition + ") cannot be negative");
      }
    }
    return new ValueAddTransformer(
        value.isEmpty() ? PathNames.base(loader.displayRoot()) : value, places);
  }

  private static List<Place> places(StructReader fields, ArgsReader args) {
    return fields.structs(
        "targets",
        "Target",
        target ->
            new Place(
                target.struct("selector", "Selector", args::selector),
                target.text("fieldPath"),
                target.index("filePathPosition")));
  }

  @Override
  public void transform(ResourceSet resources, Meter meter) {
    for (Place place : places) {
      List<Resource> selected =
          place.selector == null ? resources.list() : resources.select(place.selector);
      for (Resource resource : selected) {
        if (place.fieldPath.equals("metadata/namespace")) {
          new NamespaceTransformer(
                  value, List.of(), false, NamespaceTransformer.Subjects.DEFAULT_ONLY, false)
              .set(resource.gvk(), resource.node());
        } else {
          set(resource.node(), place);
        }
      }
    }
  }

  private void set(MutableNode object, Place place) {
    List<String> path = FieldPath.split("/" + place.fieldPath, "/");
    MutableNode field = NodePath.findOrCreate(object, NodeKind.SCALAR, path);
    if (field == null) {
      return;
    }
    Kinds.require(field, NodeKind.SCALAR);
    String text =
        place.filePathPosition > 0 ? insert(field.value(), place.filePathPosition - 1) : value;
    Fields.setScalar(field, MutableNode.scalar(text));
  }

  /** Puts the value in as one name of a path; a position beyond its end means the end. */
  private String insert(String path, int position) {
    if (path.isEmpty()) {
      return value;
    }
    boolean rooted = path.startsWith("/");
    List<String> names = new ArrayList<>();
    for (String name : path.split("/", -1)) {
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    names.add(Math.min(position, names.size()), value);
    return (rooted ? "/" : "") + String.join("/", names);
  }
}
