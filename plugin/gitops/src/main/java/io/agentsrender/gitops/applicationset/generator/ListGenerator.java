package io.agentsrender.gitops.applicationset.generator;

import io.agentsrender.gitops.applicationset.generator.parameter.Failures;
import io.agentsrender.gitops.applicationset.generator.parameter.Parameters;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoSlice;
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

/** A list that stands in the ApplicationSet itself. */
final class ListGenerator implements Generator {
  private final boolean goTemplate;

  ListGenerator(boolean goTemplate) {
    this.goTemplate = goTemplate;
  }

  @Override
  public List<GoMap> generate(MapNode settings) {
    List<GoMap> sets = new ArrayList<>();
    if (settings.get("elements") instanceof ListNode elements) {
      for (Node element : elements.items()) {
        if (!(element instanceof MapNode map)) {
          throw Failures.at(element, "error unmarshling list element: it is " + element.describe());
        }
        sets.add(goTemplate ? goMap(map) : texts(map));
      }
    }
    if (settings.get("elementsYaml") instanceof ScalarNode text && !text.text().isEmpty()) {
      addYaml(text, sets);
    }
    return sets;
  }

  private static GoMap goMap(MapNode map) {
    return Parameters.of(map) instanceof GoMap parameters ? parameters : new GoMap();
  }

  /** Without Go templates there are only texts, and {@code values} is a map of them. */
  private static GoMap texts(MapNode element) {
    GoMap parameters = new GoMap();
    for (Entry entry : element.entries()) {
      if (!entry.name().equals("values")) {
        Parameters.put(parameters, entry.name(), text(entry.value()));
      } else if (entry.value() instanceof MapNode values) {
        values
            .entries()
            .forEach(
                value -> Parameters.put(parameters, "values." + value.name(), text(value.value())));
      } else {
        throw Failures.at(entry.value(), "error parsing values map");
      }
    }
    return parameters;
  }

  private static String text(Node node) {
    if (node instanceof ScalarNode scalar && scalar.isString()) {
      return scalar.text();
    }
    throw Failures.at(
        node,
        "error parsing value as string: it is " + node.describe(),
        "Put it in quotes, or use goTemplate: true.");
  }

  private static void addYaml(ScalarNode text, List<GoMap> sets) {
    Node elements;
    try {
      elements = YamlReader.of(Dialect.HELM).first(text.text(), text.file());
    } catch (YamlException e) {
      throw Failures.at(
          text,
          "error unmarshling decoded ElementsYaml error converting YAML to JSON: " + e.goText());
    }
    if (elements instanceof ScalarNode scalar && scalar.isNull()) {
      return;
    }
    if (!(Parameters.of(elements) instanceof GoSlice list)) {
      throw Failures.at(text, "error unmarshling decoded ElementsYaml: it is no list");
    }
    for (Object element : list.asList()) {
      if (!(element instanceof GoMap map)) {
        throw Failures.at(text, "error unmarshling decoded ElementsYaml: an element is no map");
      }
      sets.add(map);
    }
  }
}
