package io.agentsrender.kustomize.node.path;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.NodeKind;
import io.agentsrender.kustomize.node.conversion.NodeReader;
import io.agentsrender.kustomize.node.conversion.NodeText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds every node a path names: {@code *} stands for all elements of a list, {@code [field=regex]}
 * for those whose field's text the expression is found in (kyaml PathMatcher).
 */
public final class PathMatcher {
  private final NodeKind create;
  private final EmbeddedText embedded;

  /** What becomes of a path that goes on below a scalar. */
  public enum EmbeddedText {
    /** The scalar's text is read as YAML or JSON, and the path goes on inside a copy of it. */
    READ,
    /** It is an error. */
    REFUSE
  }

  /**
   * @param create what the path ends in where something is missing; {@link NodeKind#NONE} to make
   *     nothing
   */
  public PathMatcher(NodeKind create, EmbeddedText embedded) {
    this.create = create;
    this.embedded = embedded;
  }

  /** The nodes in order; null where a field on the way is missing. */
  public @Nullable List<MutableNode> match(MutableNode from, List<String> path) {
    if (path.isEmpty()) {
      List<MutableNode> found = new ArrayList<>();
      found.add(from);
      return found;
    }
    String part = path.getFirst();
    List<String> rest = path.subList(1, path.size());
    if (FieldPath.isIndex(part)) {
      return matchIndex(from, part, rest);
    }
    if (FieldPath.isElementPart(part)) {
      return matchElements(from, ElementPart.parse(part), rest);
    }
    if (part.equals("*")) {
      return matchAll(from, rest);
    }
    return matchField(from, part, rest);
  }

  private @Nullable List<MutableNode> matchField(MutableNode from, String part, List<String> rest) {
    MutableNode field = Fields.get(from, part);
    if (field == null) {
      if (create == NodeKind.NONE) {
        return null;
      }
      field = MutableNode.of(FieldPath.kindBefore(rest.isEmpty() ? "" : rest.getFirst(), create));
      Fields.set(from, part, field);
    }
    if (!rest.isEmpty() && field.is(NodeKind.SCALAR) && embedded == EmbeddedText.READ) {
      return match(NodeReader.embedded(field.value()), rest);
    }
    return match(field, rest);
  }

  private @Nullable List<MutableNode> matchIndex(MutableNode from, String part, List<String> rest) {
    int index = Integers.parse(part).orElseThrow();
    List<MutableNode> elements = Elements.of(from);
    MutableNode element;
    if (index == elements.size() && create != NodeKind.NONE) {
      element = MutableNode.of(FieldPath.kindBefore(rest.isEmpty() ? "" : rest.getFirst(), create));
      from.content().add(element);
    } else if (index >= elements.size()) {
      throw BuildFailure.of(
          "index " + index + " specified but only " + elements.size() + " elements found");
    } else {
      element = elements.get(index);
    }
    return match(element, rest);
  }

  private @Nullable List<MutableNode> matchAll(MutableNode from, List<String> rest) {
    List<MutableNode> found = new ArrayList<>();
    boolean any = false;
    for (MutableNode element : Elements.of(from)) {
      List<MutableNode> below = match(element, rest);
      if (below != null) {
        found.addAll(below);
        any = true;
      }
    }
    return any ? found : null;
  }

  private @Nullable List<MutableNode> matchElements(
      MutableNode from, ElementPart part, List<String> rest) {
    List<MutableNode> found = elements(from, part, rest);
    if (!found.isEmpty()) {
      return found;
    }
    if (create == NodeKind.NONE) {
      return null;
    }
    Kinds.require(from, NodeKind.SEQUENCE);
    from.content().add(part.newElement());
    // Looked for again, since the value is an expression, which need not be found in itself.
    List<MutableNode> made = elements(from, part, rest);
    if (made.isEmpty()) {
      throw BuildFailure.of(
          "failed to create element for \"[" + part.field() + "=" + part.value() + "]\"");
    }
    return made;
  }

  private List<MutableNode> elements(MutableNode from, ElementPart part, List<String> rest) {
    List<MutableNode> found = new ArrayList<>();
    for (MutableNode element : Elements.of(from)) {
      GoRegex regex = GoRegex.compile(part.value());
      if (part.isPlain()) {
        if (regex.isFoundIn(NodeText.of(element).strip())) {
          found.add(element);
        }
        continue;
      }
      MutableNode field = Fields.find(element, part.field());
      if (field != null && regex.isFoundIn(NodeText.of(field).strip())) {
        List<MutableNode> below = match(element, rest);
        if (below != null) {
          found.addAll(below);
        }
      }
    }
    return found;
  }
}
