package io.agentsrender.kustomize.reference;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.fieldspec.FieldSpec;
import io.agentsrender.kustomize.fieldspec.FieldSpecWalk;
import io.agentsrender.kustomize.identity.ResourceId;
import io.agentsrender.kustomize.kustomization.Variable;
import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.NodeKind;
import io.agentsrender.kustomize.node.Tag;
import io.agentsrender.kustomize.node.path.FieldPath;
import io.agentsrender.kustomize.node.path.NodePath;
import io.agentsrender.kustomize.resource.Resource;
import io.agentsrender.kustomize.resource.ResourceSet;
import io.agentsrender.source.budget.Meter;
import io.agentsrender.yaml.ScalarStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code vars} of a build, collected from all levels and put in at the end
 * (api/filters/refvar).
 */
public final class Variables {
  private static final Pattern INDEXED = Pattern.compile("^(.*)\\[(\\d+)\\]$");

  private final Map<String, Variable> variables = new TreeMap<>();

  /**
   * Takes over a kustomization's variables, and marks the resources that they mean now.
   *
   * @throws BuildFailure where one means several resources, or is known already
   */
  public void add(List<Variable> added, ResourceSet resources) {
    for (Variable variable : added) {
      ResourceId wanted = variable.object();
      List<Resource> found =
          resources.withAnyId(
              wanted.namespace().isEmpty() ? wanted::hasTypeAndNameOf : wanted::isSame);
      if (found.size() > 1) {
        throw BuildFailure.of(
                "found "
                    + found.size()
                    + " resId matches for var "
                    + variable.name()
                    + " (unable to disambiguate)")
            .at(variable.position())
            .withAdvice("Say in \"objref\" which namespace is meant.");
      }
      found.forEach(resource -> resource.addVariable(variable.name()));
    }
    added.forEach(this::add);
  }

  private void add(Variable variable) {
    if (variables.put(variable.name(), variable) != null) {
      throw BuildFailure.of("var '" + variable.name() + "' already encountered")
          .at(variable.position());
    }
  }

  /** Takes over the variables of a level below. */
  public void addAll(Variables other) {
    other.variables.values().forEach(this::add);
  }

  /**
   * Puts the values in where the specs say.
   *
   * @param meter counts the text that this makes
   */
  public void resolve(ResourceSet resources, List<FieldSpec> specs, Meter meter) {
    Map<String, @Nullable Object> values = new HashMap<>();
    variables.values().forEach(v -> values.put(v.name(), value(v, resources)));
    if (values.isEmpty()) {
      return;
    }
    VariableText text = new VariableText(values, meter);
    FieldSpecWalk walk = FieldSpecWalk.existing(node -> set(node, text));
    resources.list().forEach(resource -> walk.apply(specs, resource.node()));
  }

  private static @Nullable Object value(Variable variable, ResourceSet resources) {
    for (Resource resource : resources.list()) {
      if (resource.variables().contains(variable.name())) {
        MutableNode field = NodePath.find(resource.node(), path(variable.fieldPath()));
        if (field == null) {
          throw BuildFailure.of(
                  "field specified in var '"
                      + variable.name()
                      + "' not found in corresponding resource: "
                      + variable.fieldPath())
              .at(variable.position());
        }
        return value(field, variable);
      }
    }
    throw BuildFailure.of(
            "var '"
                + variable.name()
                + "' cannot be mapped to a field in the set of known resources")
        .at(variable.position());
  }

  /** {@code ports[0]} means the same as {@code ports.0}. */
  private static List<String> path(String text) {
    List<String> path = new ArrayList<>();
    for (String part : FieldPath.splitAtDots(text)) {
      Matcher indexed = INDEXED.matcher(part);
      if (!part.endsWith("]") || !indexed.matches()) {
        path.add(part);
        continue;
      }
      if (!indexed.group(1).isEmpty()) {
        path.add(indexed.group(1));
      }
      path.add(indexed.group(2));
    }
    return path;
  }

  /** A text, number or boolean; anything else is no value (kyaml RNode.GetFieldValue). */
  private static @Nullable Object value(MutableNode field, Variable variable) {
    if (!field.is(NodeKind.SCALAR)) {
      return null;
    }
    String text = field.value();
    try {
      return switch (field.tag()) {
        case Tag.INT -> Long.valueOf(text);
        case Tag.FLOAT -> Double.valueOf(text);
        case Tag.BOOL -> Boolean.valueOf(text);
        default -> text;
      };
    } catch (NumberFormatException e) {
      throw BuildFailure.of(
              "field specified in var '"
                  + variable.name()
                  + "' not found in corresponding resource: parsing \""
                  + text
                  + "\": invalid syntax")
          .at(field.position());
    }
  }

  private static void set(MutableNode node, VariableText text) {
    if (node.isTaggedNull()) {
      return;
    }
    switch (node.kind()) {
      case SCALAR -> setIfString(node, text);
      case MAPPING -> {
        List<MutableNode> content = node.content();
        for (int i = 0; i + 1 < content.size(); i += 2) {
          MutableNode key = content.get(i);
          if (!key.isString()) {
            throw BuildFailure.of(
                    "invalid map key: value='" + key.value() + "', tag='" + key.tag() + "'")
                .at(key.position());
          }
          setIfString(content.get(i + 1), text);
        }
      }
      case SEQUENCE -> {
        for (MutableNode element : node.content()) {
          if (!element.isString()) {
            throw BuildFailure.of("invalid value type expect a string").at(element.position());
          }
          setIfString(element, text);
        }
      }
      case NONE -> throw BuildFailure.of("invalid type encountered 0");
    }
  }

  private static void setIfString(MutableNode node, VariableText text) {
    if (!node.isString()) {
      return;
    }
    Object replaced = text.replace(node.value());
    node.setTag(
        switch (replaced) {
          case Long _ -> Tag.INT;
          case Boolean _ -> Tag.BOOL;
          case Double _ -> Tag.FLOAT;
          default -> Tag.STRING;
        });
    node.setValue(
        replaced instanceof Double number ? GoNumbers.plain(number) : replaced.toString());
    node.setStyle(ScalarStyle.PLAIN);
  }
}
