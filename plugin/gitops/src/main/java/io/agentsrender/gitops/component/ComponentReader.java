package io.agentsrender.gitops.component;

import io.agentsrender.gitops.component.ComponentSource.Chart;
import io.agentsrender.gitops.component.ComponentSource.Manifests;
import io.agentsrender.gitops.field.Fields;
import io.agentsrender.gitops.field.Findings;
import io.agentsrender.gitops.field.PlacedText;
import io.agentsrender.source.Content;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.read.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads {@code component.yaml}. Older spellings are taken, with a warning; unknown fields are
 * errors.
 */
public final class ComponentReader {
  private static final String TRIED = "reading a component";

  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]*[a-z0-9])?");
  private static final Pattern PHASE = Pattern.compile("[0-9]{3}");
  private static final Pattern NUMBER_PHASE = Pattern.compile("[1-9][0-9]{2}");
  private static final Pattern SYNC_OPTION = Pattern.compile("[A-Za-z]+=[A-Za-z]+");
  static final Pattern RELEASE_NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,51}[a-z0-9])?");
  static final String RELEASE_NAME_WORDS =
      "at most 53 lower-case letters, digits, - and ., with a letter or digit at both ends";

  private static final List<String> KNOWN =
      List.of(
          "name",
          "project",
          "domain",
          "namespace",
          "dependencyPhase",
          "componentType",
          "rolloutPhase",
          "chart",
          "syncOptions",
          "ignoreDifferences",
          "syncPolicy",
          "autoSync",
          "orphanedResources",
          "policies");

  private static final List<String> OLD =
      List.of("tier", "wave", "path", "repoURL", "targetRevision");

  /** Fields that people look for here, and that this file deliberately does not have. */
  private static final List<String> REFUSED = List.of("dependsOn", "enabled");

  private static final List<String> DIFFERENCE =
      List.of(
          "group",
          "kind",
          "name",
          "namespace",
          "jsonPointers",
          "jqPathExpressions",
          "managedFieldsManagers");

  private final Findings findings = new Findings(TRIED);

  private ComponentReader() {}

  /**
   * Reads one file.
   *
   * @param file its path, for positions
   * @param warnings takes what should be written otherwise
   * @throws io.agentsrender.source.RenderException with one problem for each field that is wrong
   */
  public static Component read(Content content, String file, List<Problem> warnings) {
    // Values stand in it, and they may be secret.
    List<Node> documents =
        YamlReader.of(Dialect.HELM).strict().withoutExcerpts().all(content, file);
    ComponentReader reader = new ComponentReader();
    if (documents.size() > 1) {
      reader.findings.error(
          documents.get(1).position(),
          "the file has more than one document",
          "Keep one component in a file.");
    }
    Node root =
        documents.isEmpty() ? new MapNode(List.of(), Position.ofFile(file)) : documents.getFirst();
    if (!(root instanceof MapNode) && !isNull(root)) {
      reader.findings.error(
          root.position(),
          "the file is " + root.describe() + ", not a map",
          "A component is a map with name, project and domain.");
      reader.findings.report(warnings);
    }
    MapNode map = root instanceof MapNode found ? found : new MapNode(List.of(), root.position());
    Component component = reader.component(Fields.of(map, reader.findings), Position.ofFile(file));
    reader.findings.report(warnings);
    return component;
  }

  private static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar && scalar.isNull();
  }

  private Component component(Fields fields, Position file) {
    refuse(fields);
    fields.allow(allowed());
    PlacedText name = fields.required("name", "Name the component.");
    if (!name.text().isEmpty()) {
      fields.matches("name", name, NAME, "lower-case letters, digits, - and .");
    }
    PlacedText project = fields.required("project", "Name its AppProject.");
    PlacedText domain = domain(fields);
    return new Component(
        file,
        name,
        project,
        domain,
        namespace(fields, domain),
        labels(fields),
        source(fields),
        sync(fields),
        fields.plain("policies"));
  }

  private static List<String> allowed() {
    List<String> all = new ArrayList<>(KNOWN);
    all.addAll(OLD);
    all.addAll(ChartReader.FLAT);
    all.addAll(REFUSED);
    return all;
  }

  private void refuse(Fields fields) {
    if (fields.has("dependsOn")) {
      findings.error(
          fields.at("dependsOn"),
          "\"dependsOn\" has no effect: Argo CD knows no dependencies between Applications",
          "Order components by rolloutPhase.");
    }
    if (fields.has("enabled")) {
      findings.error(
          fields.at("enabled"),
          "\"enabled\" has no effect: generators find components by the name of their file",
          "To switch the component off, rename the file to " + ComponentFile.DISABLED_NAME + ".");
    }
  }

  private PlacedText domain(Fields fields) {
    if (!fields.has("tier")) {
      return fields.required(
          "domain", "Name the tier, as the first folder below components/ does.");
    }
    if (fields.has("domain")) {
      findings.error(
          fields.at("tier"),
          "both \"tier\" and \"domain\" are set",
          "Keep domain; tier is its old name.");
    } else {
      findings.warning(
          fields.at("tier"), "\"tier\" is the old name of \"domain\"", "Rename it to domain.");
    }
    return fields.text("tier").orElse(new PlacedText("", fields.at("tier")));
  }

  private Optional<PlacedText> namespace(Fields fields, PlacedText domain) {
    boolean clusterWide = domain.text().equals(Component.CLUSTER_DOMAIN);
    Optional<PlacedText> namespace = fields.text("namespace");
    if (clusterWide && !fields.has("namespace")) {
      findings.error(
          domain.at(),
          "a component of domain \"cluster\" has no \"namespace\"",
          "Name the destination namespace: no environment decides it.");
    } else if (!clusterWide && namespace.isPresent() && !namespace.get().text().contains("{{")) {
      findings.warning(
          namespace.get().at(),
          "the namespace \"" + namespace.get() + "\" has no effect: the environment decides it",
          "Leave it out, or move the component to domain cluster.");
    }
    return namespace;
  }

  private ComponentLabels labels(Fields fields) {
    if (fields.has("wave")) {
      findings.warning(
          fields.at("wave"),
          "\"wave\" is the old way to order components",
          "Use rolloutPhase, a string of three digits.");
    }
    return new ComponentLabels(
        fields.text("dependencyPhase"),
        fields.text("componentType"),
        phase(fields),
        fields.textOrNumber("wave"));
  }

  /** Unquoted digits after a zero are an octal number, and 010 is 8 to a template. */
  private Optional<PlacedText> phase(Fields fields) {
    Optional<PlacedText> phase = fields.textOrNumber("rolloutPhase");
    boolean quoted = fields.node("rolloutPhase").map(ComponentReader::isString).orElse(true);
    phase =
        phase.filter(text ->
            fields.matches(
                "rolloutPhase", text, quoted ? PHASE : NUMBER_PHASE, "three digits, in quotes"));
    if (phase.isPresent() && !quoted) {
      findings.warning(
          phase.get().at(),
          "rolloutPhase is the number " + phase.get() + ", not a string",
          "Put it in quotes: \"" + phase.get() + "\".");
    }
    return phase;
  }

  private static boolean isString(Node node) {
    return node instanceof ScalarNode scalar && scalar.isString();
  }

  private ComponentSource source(Fields fields) {
    Optional<Chart> chart = ChartReader.read(fields);
    boolean manifests = List.of("path", "repoURL", "targetRevision").stream().anyMatch(fields::has);
    if (!manifests) {
      return chart.<ComponentSource>map(found -> found).orElse(Manifests.BESIDE);
    }
    String first =
        fields.has("path") ? "path" : fields.has("repoURL") ? "repoURL" : "targetRevision";
    if (chart.isPresent()) {
      findings.error(
          fields.at(first),
          "\"" + first + "\" names manifests beside a chart",
          "Keep one of them: a component has one source.");
    } else if (!fields.has("path")) {
      findings.error(
          fields.at(first),
          "\"" + first + "\" is set without \"path\"",
          "Name the folder of the manifests, or leave it out.");
    } else {
      findings.warning(
          fields.at("path"),
          "\"path\" is the old way to name manifests",
          "Put them beside the component's file and leave path out.");
    }
    return new Manifests(
        fields.text("path"), fields.text("repoURL"), fields.text("targetRevision"));
  }

  private ComponentSync sync(Fields fields) {
    List<PlacedText> options = fields.texts("syncOptions").orElse(List.of());
    for (PlacedText option : options) {
      fields.matches("syncOptions", option, SYNC_OPTION, "a name, =, and a value");
    }
    List<MapNode> differences = new ArrayList<>();
    for (Fields difference : fields.maps("ignoreDifferences")) {
      difference.allow(DIFFERENCE);
      difference.required("kind", "Name the kind whose differences are ignored.");
      List.of("group", "name", "namespace").forEach(key -> emptyOrText(difference, key));
      List.of("jsonPointers", "jqPathExpressions", "managedFieldsManagers")
          .forEach(difference::texts);
      differences.add(difference.map());
    }
    return new ComponentSync(
        options,
        differences,
        fields.plain("syncPolicy"),
        fields.bool("autoSync"),
        fields.plain("orphanedResources"));
  }

  /** The core group is written as an empty string. */
  private static void emptyOrText(Fields fields, String key) {
    Optional<Node> node = fields.node(key);
    boolean empty =
        node.filter(ComponentReader::isString)
            .map(found -> ((ScalarNode) found).text().isEmpty())
            .orElse(false);
    if (!empty) {
      fields.text(key);
    }
  }
}
