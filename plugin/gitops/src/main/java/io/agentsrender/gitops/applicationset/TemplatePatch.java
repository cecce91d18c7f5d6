package io.agentsrender.gitops.applicationset;

import io.agentsrender.gotemplate.fmt.Quotes;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.MapNode.Entry;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.read.YamlException;
import io.agentsrender.yaml.read.YamlReader;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code templatePatch} that is filled in: a strategic merge patch of an Application. Of its
 * lists only finalizers are merged; all others are replaced. The project cannot be patched.
 */
final class TemplatePatch {
  private static final String TRIED = "applying a templatePatch";
  private static final String DIRECTIVE = "$patch";
  private static final String FINALIZERS = "finalizers";

  private TemplatePatch() {}

  /**
   * The Application patched.
   *
   * @param at where the patch stands
   */
  static MapNode apply(MapNode application, String patch, ScalarNode at) {
    Node node = read(patch, at);
    if (node instanceof ScalarNode scalar && scalar.isNull()) {
      return application;
    }
    if (!(node instanceof MapNode map)) {
      throw failure("invalid templatePatch: it is " + node.describe() + ", not a map", at);
    }
    return keepProject(merge(application, map), application);
  }

  private static Node read(String patch, ScalarNode at) {
    try {
      return YamlReader.of(Dialect.HELM).startingAtLine(at.line() + 1).first(patch, at.file());
    } catch (YamlException e) {
      String quoted = GoString.decode(Quotes.quote(GoString.encode(patch)));
      throw failure("error while converting template to json " + quoted + ": " + e.goText(), at);
    }
  }

  private static RenderException failure(String reason, ScalarNode at) {
    return new RenderException(Problem.error(TRIED, reason).withPlace(at.position()));
  }

  private static MapNode merge(MapNode target, MapNode patch) {
    if (patch.get(DIRECTIVE) instanceof ScalarNode directive) {
      MapNode rest = patch.without(DIRECTIVE);
      if (directive.text().equals("replace")) {
        return rest;
      }
      if (directive.text().equals("delete")) {
        return target.withEntries(List.of());
      }
      throw failure("unknown patch type: " + directive.text() + " in map", directive);
    }
    MapNode merged = target;
    for (Entry entry : patch.entries()) {
      String name = entry.name();
      Node present = target.get(name);
      if (entry.value() instanceof ScalarNode scalar && scalar.isNull()) {
        merged = merged.without(name);
      } else if (present instanceof MapNode inner && entry.value() instanceof MapNode below) {
        merged = merged.with(entry.key(), merge(inner, below));
      } else if (name.equals(FINALIZERS)
          && present instanceof ListNode before
          && entry.value() instanceof ListNode more) {
        merged = merged.with(entry.key(), union(before, more));
      } else {
        merged = merged.with(entry.key(), cleaned(entry.value()));
      }
    }
    return merged;
  }

  /** What is new in the Application has no nulls and no directives. */
  private static Node cleaned(Node node) {
    return node instanceof MapNode map ? merge(map.withEntries(List.of()), map) : node;
  }

  private static ListNode union(ListNode before, ListNode more) {
    List<Node> items = new ArrayList<>(more.items());
    for (Node item : before.items()) {
      if (items.stream().noneMatch(known -> known.toString().equals(item.toString()))) {
        items.add(item);
      }
    }
    return before.withItems(items);
  }

  private static MapNode keepProject(MapNode patched, MapNode application) {
    if (!(patched.get("spec") instanceof MapNode spec)
        || !(application.get("spec") instanceof MapNode before)) {
      return patched;
    }
    Node project = before.get("project");
    ScalarNode key = ScalarNode.string("project", Dialect.HELM, spec.position());
    MapNode kept = project == null ? spec.without("project") : spec.with(key, project);
    return patched.with(ScalarNode.string("spec", Dialect.HELM, spec.position()), kept);
  }
}
