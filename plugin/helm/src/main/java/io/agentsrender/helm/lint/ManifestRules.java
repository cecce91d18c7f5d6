package io.agentsrender.helm.lint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.agentsrender.helm.decode.DecodeException;
import io.agentsrender.helm.decode.Decoded;
import io.agentsrender.helm.decode.StructReader;
import io.agentsrender.helm.decode.Target;
import io.agentsrender.helm.decode.Target.ListOf;
import io.agentsrender.helm.decode.Target.MapOf;
import io.agentsrender.helm.decode.Target.Struct;
import io.agentsrender.helm.decode.Target.Struct.Field;
import io.agentsrender.helm.lint.LintMessage.Severity;
import io.agentsrender.helm.lint.name.GoText;
import io.agentsrender.helm.lint.name.ObjectNames;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.profile.KubernetesVersion;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.read.YamlException;
import io.agentsrender.yaml.read.YamlReader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is asked of each document that a template renders. */
final class ManifestRules {
  private static final Struct METADATA =
      new Struct(
          "rules.k8sYamlMetadata",
          "k8sYamlMetadata",
          false,
          List.of(new Field("Namespace", Target.TEXT), new Field("Name", Target.TEXT)));

  private static final Struct HEAD_3 = head("K8sYamlStruct");
  private static final Struct HEAD_4 = head("k8sYamlStruct");

  private static final Struct ITEM_METADATA =
      unnamed(new Field("Annotations", new MapOf(Target.TEXT)), "Annotations map[string]string");

  private static final Struct ITEM =
      unnamed(
          new Field("Metadata", ITEM_METADATA),
          "Metadata struct { Annotations map[string]string }");

  private static final Struct ITEMS = unnamed(new Field("Items", new ListOf(ITEM)), "Items");

  private static final Set<String> WITH_SELECTOR =
      Set.of("Deployment", "ReplicaSet", "DaemonSet", "StatefulSet");

  private static final String RESOURCE_POLICY = "helm.sh/resource-policy";

  private final HelmProfile profile;
  private final KubernetesVersion kubernetes;
  private final String output;

  /** What lint reads of a document (K8sYamlStruct); fields without tag have the names of Go. */
  static Struct head(HelmProfile profile) {
    return profile.isHelm4() ? HEAD_4 : HEAD_3;
  }

  private static Struct head(String name) {
    return new Struct(
        "rules." + name,
        name,
        true,
        List.of(
            new Field("apiVersion", Target.TEXT),
            new Field("Kind", Target.TEXT),
            new Field("Metadata", METADATA)));
  }

  private static Struct unnamed(Field field, String goName) {
    return new Struct("struct { " + goName + " }", "", false, List.of(field));
  }

  /** Takes what is wrong. */
  interface Sink {
    void say(Severity severity, String text);
  }

  /**
   * The rules for one template's output.
   *
   * @param output all of it, which some rules look at for each of its documents; a byte string
   */
  ManifestRules(HelmProfile profile, KubernetesVersion kubernetes, String output) {
    this.profile = profile;
    this.kubernetes = kubernetes;
    this.output = output;
  }

  void check(Decoded document, Sink sink) {
    String kind = document.text("Kind");
    String name = document.struct("Metadata").map(it -> it.text("Name")).orElse("");
    checkName(kind, name, sink);
    ApiLifecycles.warning(profile, kubernetes, document.text("apiVersion"), kind)
        .ifPresent(warning -> sink.say(Severity.WARNING, warning));
    boolean selects = output.contains("matchLabels") || output.contains("matchExpressions");
    if (WITH_SELECTOR.contains(kind) && !selects) {
      sink.say(
          Severity.ERROR,
          "a "
              + kind
              + " must contain matchLabels or matchExpressions, and "
              + GoText.quote(name)
              + " does not");
    }
    if (kind.equals("List")) {
      listFault().ifPresent(fault -> sink.say(Severity.ERROR, fault));
    }
  }

  private static void checkName(String kind, String name, Sink sink) {
    Set<String> faults = new LinkedHashSet<>();
    for (String fault : ObjectNames.faults(kind, name)) {
      faults.add("metadata.name: Invalid value: " + GoText.quote(name) + ": " + fault);
    }
    if (!faults.isEmpty()) {
      String all = String.join(", ", faults);
      sink.say(
          Severity.WARNING,
          "object name does not conform to Kubernetes naming requirements: "
              + GoText.quote(name)
              + ": "
              + (faults.size() > 1 ? "[" + all + "]" : all));
    }
  }

  /** Of the first document only, whichever is a list. */
  private Optional<String> listFault() {
    // As in DocumentStream: Go's words may quote what a Secret holds.
    boolean secret = output.contains("Secret");
    YamlReader reader = YamlReader.of(Dialect.HELM);
    try {
      Decoded list =
          StructReader.read(
              ITEMS,
              (secret ? reader.withoutExcerpts() : reader).first(output.getBytes(ISO_8859_1), ""));
      boolean ignored =
          list.structs("Items").orElse(List.of()).stream()
              .flatMap(Optional::stream)
              .flatMap(item -> item.struct("Metadata").stream())
              .anyMatch(metadata -> metadata.textMap("Annotations").containsKey(RESOURCE_POLICY));
      return ignored
          ? Optional.of(
              (profile.isHelm4() ? "annotation" : "Annotation")
                  + " 'helm.sh/resource-policy' within List objects are ignored")
          : Optional.empty();
    } catch (YamlException e) {
      String plain = e.problems().getFirst().reason();
      return Optional.of(
          "unable to parse YAML: error converting YAML to JSON: "
              + (secret && !e.goText().contains(plain) ? plain : e.goText()));
    } catch (DecodeException e) {
      return Optional.of(
          "unable to parse YAML: error unmarshaling JSON: while decoding JSON: " + e.goText());
    }
  }
}
