package io.agentsrender.gitops.applicationset.generator;

import io.agentsrender.gitops.applicationset.generator.parameter.Failures;
import io.agentsrender.gitops.applicationset.generator.parameter.Merging;
import io.agentsrender.gitops.applicationset.generator.parameter.Parameters;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/** Each set of one generator with each of another, which may use the parameters of the first. */
final class MatrixGenerator implements Generator {
  private final Generators children;
  private final boolean goTemplate;

  MatrixGenerator(Generators children, boolean goTemplate) {
    this.children = children;
    this.goTemplate = goTemplate;
  }

  @Override
  public List<GoMap> generate(MapNode settings) {
    List<Node> generators = Generators.inside(settings);
    if (generators.size() < 2) {
      throw Failures.at(settings, "found less than two generators, Matrix support only two");
    }
    if (generators.size() > 2) {
      throw Failures.at(
          settings,
          "found more than two generators, Matrix support only two",
          "Put a matrix into the matrix.");
    }
    List<GoMap> sets = new ArrayList<>();
    for (GoMap first : children.child(generators.getFirst(), new GoMap())) {
      for (GoMap second : children.child(generators.getLast(), first)) {
        sets.add(goTemplate ? merged(first, second, settings) : combined(first, second, settings));
      }
    }
    return sets;
  }

  private static GoMap merged(GoMap first, GoMap second, Node at) {
    GoMap both = new GoMap();
    Merging.into(both, second, at);
    Merging.into(both, first, at);
    return both;
  }

  /** Without Go templates both may have the same parameter only with the same text. */
  private static GoMap combined(GoMap first, GoMap second, Node at) {
    GoMap both = new GoMap();
    first.forEach((key, value) -> both.put(key, Parameters.text(value)));
    second.forEach((key, value) -> {
      String text = Parameters.text(value);
      Object present = both.get(key);
      if (present != null && !present.equals(text)) {
        throw Failures.at(
            at,
            "found duplicate key "
                + GoString.decode((String) key)
                + " with different value, a: "
                + GoString.decode((String) present)
                + " ,b: "
                + GoString.decode(text));
      }
      both.put(key, text);
    });
    return both;
  }
}
