package io.agentsrender.kustomize.resource;

import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.NodeKind;
import io.agentsrender.kustomize.node.Tag;
import io.agentsrender.kustomize.node.path.Fields;
import io.agentsrender.kustomize.node.path.NodePath;
import io.agentsrender.yaml.ScalarStyle;
import java.util.Map;
import java.util.TreeMap;

/** The data of ConfigMaps and Secrets (kyaml/yaml/datamap.go). */
public final class ConfigData {
  public static final String DATA = "data";
  public static final String BINARY_DATA = "binaryData";

  private ConfigData() {}

  /** Gives {@code newer} the data of {@code old} that it does not set itself. */
  static void merge(MutableNode old, MutableNode newer) {
    for (String field : new String[] {DATA, BINARY_DATA}) {
      Map<String, String> merged = new TreeMap<>(Fields.texts(NodePath.find(old, field)));
      merged.putAll(Fields.texts(NodePath.find(newer, field)));
      Fields.remove(newer, field);
      merged.forEach((key, value) -> set(newer, field, key, value));
    }
  }

  /** Sets one entry, as text whatever it looks like. */
  public static void set(MutableNode object, String field, String key, String value) {
    MutableNode map = NodePath.findOrCreate(object, NodeKind.MAPPING, field);
    if (map != null) {
      MutableNode text = MutableNode.tagged(Tag.STRING, value);
      if (value.indexOf('\n') >= 0) {
        text.setStyle(ScalarStyle.LITERAL);
      }
      Fields.set(map, key, text);
    }
  }
}
