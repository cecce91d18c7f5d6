package io.agentsrender.gitops.repository;

import io.agentsrender.gitops.field.Fields;
import io.agentsrender.gitops.field.Findings;
import io.agentsrender.gitops.field.PlacedText;
import io.agentsrender.gitops.ref.RefTarget;
import io.agentsrender.gitops.repository.ValuesSettings.ComponentFiles;
import io.agentsrender.source.Content;
import io.agentsrender.source.Problem;
import io.agentsrender.source.SourceTree;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.MapNode.Entry;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.read.YamlReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code agents-render.yaml}; unknown fields are errors. */
public final class RepositorySettingsReader {
  public static final String FILE = "agents-render.yaml";

  private static final String TRIED = "reading the settings of the repository";
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9]([-_.a-zA-Z0-9]*[a-zA-Z0-9])?");
  private static final Pattern REF_NAME = Pattern.compile("[a-zA-Z0-9_-]+");
  private static final Pattern COMPONENT_FILES = Pattern.compile("replace|append");

  private static final List<String> ROOT =
      List.of(
          "values",
          "environments",
          "refs",
          "repositories",
          "allowedHosts",
          "policies",
          "suppressions");
  private static final List<String> VALUES =
      List.of("layout", "root", "layers", "clusterLayers", "componentFiles", "oldPrefixes");
  private static final List<String> ENVIRONMENT =
      List.of("namespace", "valuesEnvironment", "clusterType", "nodeProfile", "production");

  private static final List<String> SUPPRESSION = List.of("rule", "path", "object", "reason");

  private final Findings findings = new Findings(TRIED);

  private RepositorySettingsReader() {}

  /**
   * The settings of a repository, or the default ones where it has no such file.
   *
   * @throws io.agentsrender.source.RenderException with one problem for each field that is wrong
   */
  public static RepositorySettings of(SourceTree tree, List<Problem> warnings) {
    Optional<Content> file = tree.file(FILE);
    return file.isEmpty() ? RepositorySettings.DEFAULT : read(file.get(), FILE, warnings);
  }

  /**
   * Reads one file.
   *
   * @param file its path, for positions
   * @throws io.agentsrender.source.RenderException with one problem for each field that is wrong
   */
  public static RepositorySettings read(Content content, String file, List<Problem> warnings) {
    Node root = YamlReader.of(Dialect.HELM).strict().first(content, file);
    if (root instanceof ScalarNode scalar && scalar.isNull()) {
      return RepositorySettings.DEFAULT;
    }
    RepositorySettingsReader reader = new RepositorySettingsReader();
    RepositorySettings settings = RepositorySettings.DEFAULT;
    if (root instanceof MapNode map) {
      settings = reader.settings(Fields.of(map, reader.findings).allow(ROOT));
    } else {
      reader.findings.error(
          root.position(), "the file is " + root.describe() + ", not a map", "Write a map.");
    }
    reader.findings.report(warnings);
    return settings;
  }

  private RepositorySettings settings(Fields fields) {
    return new RepositorySettings(
        fields.section("values").map(this::values).orElse(ValuesSettings.DEFAULT),
        environments(fields),
        targets(fields, "refs", true),
        targets(fields, "repositories", false),
        fields.texts("allowedHosts").map(RepositorySettingsReader::plain),
        fields.plain("policies"),
        fields.maps("suppressions").stream().map(RepositorySettingsReader::suppression).toList());
  }

  private ValuesSettings values(Fields fields) {
    fields.allow(VALUES);
    if (fields.has("layers") && fields.has("layout")) {
      findings.error(
          fields.at("layers"),
          "both \"values.layout\" and \"values.layers\" are set",
          "Name a layout, or list the layers.");
    }
    if (fields.has("clusterLayers") && !fields.has("layers")) {
      findings.error(
          fields.at("clusterLayers"),
          "\"values.clusterLayers\" is set without \"values.layers\"",
          "List the layers of environments, too.");
    }
    return new ValuesSettings(
        fields.text("layout").filter(layout -> isKnown(layout)),
        fields.text("root").map(PlacedText::text).orElse(ValuesSettings.DEFAULT_ROOT),
        fields.texts("layers").orElse(List.of()),
        fields.texts("clusterLayers").orElse(List.of()),
        fields
            .text("componentFiles", COMPONENT_FILES, "replace or append")
            .filter(text -> text.text().equals("append"))
            .map(_ -> ComponentFiles.APPEND)
            .orElse(ComponentFiles.REPLACE),
        fields
            .texts("oldPrefixes")
            .map(RepositorySettingsReader::plain)
            .orElse(ValuesSettings.DEFAULT_OLD_PREFIXES));
  }

  private boolean isKnown(PlacedText layout) {
    boolean known = Layout.named(layout.text()).isPresent();
    if (!known) {
      Problem problem = Layout.unknown(layout);
      findings.error(layout.at(), problem.reason(), problem.advice().orElse(""));
    }
    return known;
  }

  private Map<String, Environment> environments(Fields fields) {
    Map<String, Environment> environments = new LinkedHashMap<>();
    Optional<Fields> section = fields.section("environments");
    if (section.isEmpty()) {
      return environments;
    }
    for (Entry entry : section.get().map().entries()) {
      String name = entry.name();
      section
          .get()
          .matches(
              name,
              new PlacedText(name, entry.key().position()),
              NAME,
              "letters, digits, -, _ and .");
      boolean empty = entry.value() instanceof ScalarNode scalar && scalar.isNull();
      Optional<Fields> settings = empty ? Optional.empty() : section.get().section(name);
      environments.put(
          name, settings.map(found -> environment(name, found)).orElse(Environment.of(name)));
    }
    return environments;
  }

  private static Suppression suppression(Fields fields) {
    fields.allow(SUPPRESSION);
    return new Suppression(
        fields.required("rule", "Name the rule, as check does."),
        fields.text("path"),
        fields.text("object"),
        fields.required("reason", "Say why its findings are accepted."));
  }

  private static Environment environment(String name, Fields fields) {
    fields.allow(ENVIRONMENT);
    return new Environment(
        name,
        fields.text("namespace").map(PlacedText::text),
        fields.text("valuesEnvironment").map(PlacedText::text),
        fields.text("clusterType").map(PlacedText::text),
        fields.text("nodeProfile").map(PlacedText::text),
        fields.isTrue("production"));
  }

  private static Map<String, RefTarget> targets(Fields fields, String key, boolean named) {
    Map<String, RefTarget> targets = new LinkedHashMap<>();
    Optional<Fields> section = fields.section(key);
    if (section.isEmpty()) {
      return targets;
    }
    for (Entry entry : section.get().map().entries()) {
      if (named) {
        section
            .get()
            .matches(
                entry.name(),
                new PlacedText(entry.name(), entry.key().position()),
                REF_NAME,
                "letters, digits, - and _");
      }
      section
          .get()
          .text(entry.name())
          .ifPresent(target -> targets.put(entry.name(), RefTarget.parse(target.text())));
    }
    return targets;
  }

  private static List<String> plain(List<PlacedText> texts) {
    return texts.stream().map(PlacedText::text).toList();
  }
}
