package io.agentsrender.kustomize.generate;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.kustomization.ConfigArgs;
import io.agentsrender.kustomize.kustomization.GeneratorOptions;
import io.agentsrender.kustomize.load.Loader;
import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.NodeKind;
import io.agentsrender.kustomize.node.Tag;
import io.agentsrender.kustomize.node.path.Fields;
import io.agentsrender.kustomize.node.path.NodePath;
import io.agentsrender.kustomize.node.path.ObjectFields;
import io.agentsrender.kustomize.openapi.OpenApi;
import io.agentsrender.kustomize.resource.Behavior;
import io.agentsrender.kustomize.resource.ConfigData;
import io.agentsrender.kustomize.resource.Provenance;
import io.agentsrender.kustomize.resource.Resource;
import io.agentsrender.source.Content;
import io.agentsrender.source.budget.Meter;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes ConfigMaps and Secrets (api/internal/generators). */
public final class ConfigGenerator {
  private static final int BASE64_LINE = 70;

  private final Loader loader;
  private final OpenApi openApi;
  private final Meter meter;

  /**
   * @param meter counts what is read into objects
   */
  public ConfigGenerator(Loader loader, OpenApi openApi, Meter meter) {
    this.loader = loader;
    this.openApi = openApi;
    this.meter = meter;
  }

  public Resource configMap(ConfigArgs args) {
    return generate("ConfigMap", args);
  }

  public Resource secret(ConfigArgs args) {
    return generate("Secret", args);
  }

  private Resource generate(String kind, ConfigArgs args) {
    try {
      return make(kind, args);
    } catch (BuildFailure failure) {
      throw failure.at(args.position());
    }
  }

  private Resource make(String kind, ConfigArgs args) {
    if (args.name().isEmpty()) {
      throw BuildFailure.of("a configmap must have a name");
    }
    MutableNode object = MutableNode.map();
    ObjectFields.setApiVersion(object, "v1");
    ObjectFields.setKind(object, kind);
    setMeta(object, "name", args.name());
    if (!args.namespace().isEmpty()) {
      setMeta(object, "namespace", args.namespace());
    }
    if (kind.equals("Secret")) {
      String type = args.type().isEmpty() ? "Opaque" : args.type();
      Fields.set(object, "type", MutableNode.string(type));
      NodePath.findOrCreate(object, NodeKind.MAPPING, ConfigData.DATA);
      data(args).forEach((key, value) -> setSecret(object, key, value));
    } else {
      data(args).forEach((key, value) -> setConfig(object, key, value));
    }
    setOptions(object, args.options());
    Resource resource = new Resource(object, openApi, Provenance.at(args.position()));
    if (args.options() == null || !args.options().disableNameSuffixHash()) {
      resource.enableHashSuffix();
    }
    resource.setBehavior(Behavior.parse(args.behavior()));
    return resource;
  }

  private static void setMeta(MutableNode object, String field, String value) {
    MutableNode meta = NodePath.findOrCreate(object, NodeKind.MAPPING, ObjectFields.METADATA);
    if (meta != null) {
      Fields.set(meta, field, MutableNode.string(value));
    }
  }

  private Map<String, Content> data(ConfigArgs args) {
    Map<String, Content> data = new TreeMap<>();
    for (Pair pair :
        BuildFailure.wrapping("loading KV pairs", () -> new PairReader(loader).read(args))) {
      meter.output(pair.value().size());
      if (data.put(pair.key(), pair.value()) != null) {
        throw BuildFailure.of(
            "configmap " + args.name() + " illegally repeats the key `" + pair.key() + "`");
      }
    }
    return data;
  }

  private static void setConfig(MutableNode object, String key, Content value) {
    byte[] bytes = value.toByteArray();
    if (Utf8.isValid(bytes)) {
      ConfigData.set(object, ConfigData.DATA, key, value.text());
    } else {
      ConfigData.set(object, ConfigData.BINARY_DATA, key, base64(bytes));
    }
  }

  private static void setSecret(MutableNode object, String key, Content value) {
    ConfigData.set(object, ConfigData.DATA, key, base64(value.toByteArray()));
  }

  /** In lines, each with a break at its end, once it does not fit into one. */
  static String base64(byte[] bytes) {
    String encoded = Base64.getEncoder().encodeToString(bytes);
    if (encoded.length() < BASE64_LINE) {
      return encoded;
    }
    StringBuilder lines = new StringBuilder(encoded.length() + encoded.length() / BASE64_LINE + 1);
    for (int at = 0; at < encoded.length(); at += BASE64_LINE) {
      lines.append(encoded, at, Math.min(at + BASE64_LINE, encoded.length())).append('\n');
    }
    return lines.toString();
  }

  private static void setOptions(MutableNode object, @Nullable GeneratorOptions options) {
    if (options == null) {
      return;
    }
    options.labels().forEach((key, value) -> ObjectFields.setLabel(object, key, value));
    options.annotations().forEach((key, value) -> ObjectFields.setAnnotation(object, key, value));
    if (options.immutable()) {
      Fields.set(object, "immutable", MutableNode.tagged(Tag.BOOL, "true"));
    }
  }
}
