package io.agentsrender.kustomize.fieldspec;

import io.agentsrender.kustomize.identity.Gvk;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the OpenAPI definitions of custom resources say about their fields, by the extensions {@code
 * x-kubernetes-annotation}, {@code -label-selector}, {@code -identity} and {@code -object-ref-*}
 * (accumulator/loadconfigfromcrds.go).
 */
public final class CrdConfig {
  private final MapNode definitions;
  private final List<FieldSpec> annotations = new ArrayList<>();
  private final List<FieldSpec> labels = new ArrayList<>();
  private final List<FieldSpec> prefixes = new ArrayList<>();
  private final List<NameReference> references = new ArrayList<>();

  private CrdConfig(MapNode definitions) {
    this.definitions = definitions;
  }

  /** The configuration in one file of definitions. */
  public static TransformerConfig of(Node file) {
    if (!(file instanceof MapNode definitions)) {
      return TransformerConfig.EMPTY;
    }
    CrdConfig config = new CrdConfig(definitions);
    for (MapNode.Entry entry : definitions.entries()) {
      MapNode properties = properties(entry.value());
      if (properties != null
          && properties.has("kind")
          && properties.has("apiVersion")
          && properties.has("metadata")) {
        String name = entry.name();
        Gvk gvk = Gvk.of("", "", name.substring(name.lastIndexOf('.') + 1));
        config.add(gvk, name, "", new HashSet<>());
      }
    }
    return config.build();
  }

  private TransformerConfig build() {
    return new TransformerConfig(
            FieldSpecs.merge(List.of(), prefixes),
            List.of(),
            List.of(),
            FieldSpecs.merge(List.of(), labels),
            List.of(),
            List.of(),
            FieldSpecs.merge(List.of(), annotations),
            NameReference.merge(List.of(), references),
            List.of(),
            List.of(),
            List.of())
        .sorted();
  }

  private static @Nullable MapNode properties(@Nullable Node definition) {
    MapNode schema = map(definition, "Schema");
    return schema == null ? map(definition, "schema", "properties") : map(schema, "properties");
  }

  private static @Nullable MapNode map(@Nullable Node node, String... path) {
    Node at = node;
    for (String name : path) {
      at = at instanceof MapNode map ? map.get(name) : null;
    }
    return at instanceof MapNode map ? map : null;
  }

  private void add(Gvk gvk, String definition, String path, Set<String> open) {
    MapNode properties = properties(definitions.get(definition));
    if (properties == null || !open.add(definition)) {
      return;
    }
    for (MapNode.Entry entry : properties.entries()) {
      if (entry.value() instanceof MapNode property) {
        String field = path.isEmpty() ? entry.name() : path + "/" + entry.name();
        add(gvk, property, field);
        String reference = text(property, "$ref");
        if (reference != null) {
          add(gvk, reference, field, open);
        }
      }
    }
    open.remove(definition);
  }

  private void add(Gvk gvk, MapNode property, String field) {
    FieldSpec spec = new FieldSpec(gvk, field, false);
    if (text(property, "x-kubernetes-annotation") != null) {
      annotations.add(spec);
    }
    if (text(property, "x-kubernetes-label-selector") != null) {
      labels.add(spec);
    }
    if (text(property, "x-kubernetes-identity") != null) {
      prefixes.add(spec);
    }
    String version = text(property, "x-kubernetes-object-ref-api-version");
    String kind = text(property, "x-kubernetes-object-ref-kind");
    if (version != null && kind != null) {
      String key = text(property, "x-kubernetes-object-ref-name-key");
      FieldSpec name = new FieldSpec(gvk, field + "/" + (key == null ? "name" : key), false);
      references.add(new NameReference(Gvk.of("", version, kind), List.of(name)));
    }
  }

  private static @Nullable String text(MapNode map, String field) {
    return map.get(field) instanceof ScalarNode scalar && scalar.isString() ? scalar.text() : null;
  }
}
