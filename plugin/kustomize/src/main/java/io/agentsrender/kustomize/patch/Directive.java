package io.agentsrender.kustomize.patch;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.NodeKind;
import io.agentsrender.kustomize.node.path.Elements;
import io.agentsrender.kustomize.node.path.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a {@code $patch} field asks for (kyaml/yaml/merge2/smpdirective.go). */
enum Directive {
  MERGE,
  REPLACE,
  DELETE;

  private static final String KEY = "$patch";

  /**
   * Finds the directive in a map or list of a patch and takes it out.
   *
   * @throws BuildFailure for an unknown one, and where a scalar stands against a map or list
   */
  static Directive take(@Nullable MutableNode patch) {
    if (patch == null) {
      return MERGE;
    }
    return switch (patch.kind()) {
      case MAPPING -> takeFromMap(patch);
      case SEQUENCE -> takeFromList(patch);
      default ->
          throw BuildFailure.of(
                  "no implemented strategic merge patch strategy for '" + patch.tag() + "'")
              .at(patch.position());
    };
  }

  private static Directive takeFromMap(MutableNode map) {
    MutableNode value = Fields.get(map, KEY);
    if (value == null) {
      return MERGE;
    }
    Directive directive = parse(value);
    Fields.remove(map, KEY);
    return directive;
  }

  /** In a list it is an element of its own. */
  private static Directive takeFromList(MutableNode list) {
    MutableNode element = Elements.findWithField(list, KEY);
    if (element == null || element.content().size() > 2) {
      return MERGE;
    }
    MutableNode value = Fields.get(element, KEY);
    if (value == null) {
      return MERGE;
    }
    Directive directive = parse(value);
    Elements.set(list, null, List.of(KEY), List.of(value.value()));
    return directive;
  }

  private static Directive parse(MutableNode value) {
    return switch (value.is(NodeKind.SCALAR) ? value.value() : "") {
      case "merge" -> MERGE;
      case "replace" -> REPLACE;
      case "delete" -> DELETE;
      default ->
          throw BuildFailure.of("unknown patch strategy '" + value.value() + "'")
              .at(value.position())
              .withAdvice("$patch may be delete, replace or merge.");
    };
  }
}
