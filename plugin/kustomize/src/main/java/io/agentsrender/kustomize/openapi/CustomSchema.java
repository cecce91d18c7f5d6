package io.agentsrender.kustomize.openapi;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.source.Content;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.read.YamlException;
import io.agentsrender.yaml.read.YamlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the OpenAPI document that a kustomization names, in JSON or YAML. */
final class CustomSchema {
  private static final String DEFINITIONS = "#/definitions/";
  private static final String NAMESPACED_PATH = "namespaces/{namespace}";

  private CustomSchema() {}

  static SchemaTable read(Content content) {
    Node document;
    try {
      document = YamlReader.of(Dialect.HELM).first(content, "");
    } catch (YamlException e) {
      throw BuildFailure.of(e.goText());
    }
    Map<String, Schema> definitions = new HashMap<>();
    Map<TypeName, Schema> types = new HashMap<>();
    if (field(document, "definitions") instanceof MapNode map) {
      for (MapNode.Entry entry : map.entries()) {
        Schema schema = schema(entry.value());
        definitions.put(entry.name(), schema);
        for (TypeName type : types(entry.value())) {
          types.put(type, schema);
        }
      }
    }
    return new SchemaTable(definitions, types, scopes(document));
  }

  private static @Nullable Node field(@Nullable Node node, String name) {
    return node instanceof MapNode map ? map.get(name) : null;
  }

  private static @Nullable String text(@Nullable Node node, String name) {
    return field(node, name) instanceof ScalarNode scalar && scalar.isString()
        ? scalar.text()
        : null;
  }

  private static Schema schema(Node node) {
    String reference = text(node, "$ref");
    Map<String, Schema> fields = new LinkedHashMap<>();
    if (field(node, "properties") instanceof MapNode properties) {
      properties.entries().forEach(entry -> fields.put(entry.name(), schema(entry.value())));
    }
    Node values = field(node, "additionalProperties");
    Node elements = field(node, "items");
    return new Schema(
        reference == null ? null : definition(reference),
        fields,
        values instanceof MapNode ? schema(values) : null,
        isList(node),
        elements instanceof MapNode ? schema(elements) : null,
        text(node, "x-kubernetes-patch-strategy"),
        text(node, "x-kubernetes-patch-merge-key"),
        texts(field(node, "x-kubernetes-list-map-keys")));
  }

  private static String definition(String reference) {
    String name =
        reference.startsWith(DEFINITIONS) ? reference.substring(DEFINITIONS.length()) : reference;
    return name.replace("~1", "/").replace("~0", "~");
  }

  private static boolean isList(Node node) {
    List<String> types = texts(field(node, "type"));
    return "array".equals(text(node, "type")) || types != null && types.equals(List.of("array"));
  }

  private static @Nullable List<String> texts(@Nullable Node node) {
    if (!(node instanceof ListNode list)) {
      return null;
    }
    List<String> texts = new ArrayList<>(list.size());
    for (Node item : list.items()) {
      if (item instanceof ScalarNode scalar) {
        texts.add(scalar.text());
      }
    }
    return texts;
  }

  private static List<TypeName> types(Node definition) {
    List<TypeName> types = new ArrayList<>();
    if (field(definition, "x-kubernetes-group-version-kind") instanceof ListNode list) {
      list.items().forEach(item -> addType(item, types));
    }
    return types;
  }

  private static void addType(@Nullable Node item, List<TypeName> types) {
    String version = text(item, "version");
    String kind = text(item, "kind");
    String group = text(item, "group");
    if (version != null && kind != null) {
      boolean core = group == null || group.isEmpty();
      types.add(new TypeName(core ? version : group + "/" + version, kind));
    }
  }

  /** A type is bound to a namespace if any path to it has one (kyaml findNamespaceability). */
  private static Map<TypeName, Boolean> scopes(Node document) {
    Map<TypeName, Boolean> scopes = new HashMap<>();
    if (field(document, "paths") instanceof MapNode paths) {
      for (MapNode.Entry entry : paths.entries()) {
        List<TypeName> types = new ArrayList<>();
        addType(field(field(entry.value(), "get"), "x-kubernetes-group-version-kind"), types);
        for (TypeName type : types) {
          scopes.merge(type, entry.name().contains(NAMESPACED_PATH), Boolean::logicalOr);
        }
      }
    }
    return scopes;
  }
}
