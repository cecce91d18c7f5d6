package io.agentsrender.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.agentsrender.cli.CommandRun;
import io.agentsrender.gitops.application.ArgoApplication;
import io.agentsrender.render.parameter.Parameter;
import io.agentsrender.render.parameter.ParameterTable;
import io.agentsrender.source.Content;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.read.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guides name what there is: variables, flags, parameters, files and headings. */
class GuidesTest {
  private static final Path PROJECT = CommandRun.PROJECT;
  private static final Path DOCS = PROJECT.resolve("argocd-cmp/docs");
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  /** What the sidecar's own environment may set; the rest comes with each request. */
  private static final Pattern SETTING =
      Pattern.compile(
          "AGENTS_RENDER_[A-Z_]*[A-Z]|OTEL_[A-Z_]*[A-Z]|ARGOCD_CMP_SERVER_[A-Z]+"
              + "|ARGOCD_PLUGINSOCKFILEPATH|ARGOCD_GRPC_MAX_SIZE_MB|ARGOCD_ASK_PASS_SOCK");

  /** Variables of OpenTelemetry's SDK, which reads them itself. */
  private static final Set<String> READ_BY_THE_SDK =
      Set.of(
          "OTEL_SERVICE_NAME",
          "OTEL_RESOURCE_ATTRIBUTES",
          "OTEL_TRACES_SAMPLER",
          "OTEL_EXPORTER_OTLP_HEADERS");

  /**
   * Flags of other programs that the guides speak of, those of Helm that are refused among them.
   */
  private static final Set<String> OF_OTHERS =
      Set.of(
          "--all",
          "--enable-alpha-plugins",
          "--enable-exec",
          "--full",
          "--hard-refresh",
          "--otlp-address",
          "--output-dir",
          "--overwrite",
          "--post-renderer",
          "--repo",
          "--validate");

  /** The fields of ApplicationSourceHelm and ApplicationSourceKustomize in Argo CD 3.5.1. */
  private static final List<String> FIELDS =
      List.of(
          "valueFiles parameters releaseName values fileParameters version passCredentials",
          "ignoreMissingValueFiles skipCrds valuesObject namespace kubeVersion apiVersions",
          "skipTests skipSchemaValidation forceString namePrefix nameSuffix images commonLabels",
          "commonAnnotations forceCommonLabels forceCommonAnnotations commonAnnotationsEnvsubst",
          "replicas patches components ignoreMissingComponents labelWithoutSelector",
          "labelIncludeTemplates");

  @Test
  void everySettingIsExplainedAndEveryOneExplainedIsRead() throws IOException {
    Set<String> read = new TreeSet<>();
    try (Stream<Path> files = Files.walk(PROJECT.resolve("plugin"))) {
      for (Path file : files.filter(GuidesTest::isSource).toList()) {
        Pattern.compile("\"(" + SETTING + ")\"")
            .matcher(Files.readString(file))
            .results()
            .forEach(found -> read.add(found.group(1)));
      }
    }
    assertThat(read).hasSizeGreaterThan(30);
    Set<String> explained = new TreeSet<>();
    for (String page : List.of("operate.md", "fetching.md")) {
      explained.addAll(found(SETTING, Files.readString(DOCS.resolve(page))));
    }
    assertThat(explained).containsAll(read);
    read.addAll(READ_BY_THE_SDK);
    for (Path page : pages()) {
      assertThat(read).as(page.toString()).containsAll(found(SETTING, Files.readString(page)));
    }
    try (Stream<Path> files = Files.walk(PROJECT.resolve("argocd-cmp/install"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(read).as(file.toString()).containsAll(found(SETTING, Files.readString(file)));
      }
    }
  }

  @Test
  void everyFlagIsOne() throws IOException {
    Pattern flag = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*[a-z]");
    Set<String> known = new TreeSet<>(OF_OTHERS);
    for (String command :
        List.of(
            "serve",
            "render",
            "template",
            "kustomize",
            "lint",
            "apps",
            "check",
            "inventory",
            "doctor")) {
      CommandRun run = CommandRun.in(PROJECT, command, "--help");
      known.addAll(found(flag, run.out() + run.err()));
    }
    for (Path page : pages()) {
      assertThat(known).as(page.toString()).containsAll(found(flag, Files.readString(page)));
    }
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    Pattern link = Pattern.compile("\\]\\(([^)#:\\s]*)(?:#([^)\\s]+))?\\)");
    int links = 0;
    for (Path page : pages()) {
      Matcher found = link.matcher(Files.readString(page));
      while (found.find()) {
        links++;
        Path target =
            found.group(1).isEmpty() ? page : page.resolveSibling(found.group(1)).normalize();
        assertThat(target).as(page + ": " + found.group()).exists();
        if (found.group(2) != null) {
          assertThat(anchors(target)).as(page + ": " + found.group()).contains(found.group(2));
        }
      }
    }
    assertThat(links).isGreaterThan(25);
  }

  @Test
  void everyFileThatIsNamedIsThere() throws IOException {
    Pattern path =
        Pattern.compile("`((?:argocd-cmp|test-clusters|sidecar-image|install|helm)/[^`\\s<>]*)`");
    int named = 0;
    for (Path page : pages()) {
      Matcher found = path.matcher(Files.readString(page));
      while (found.find()) {
        named++;
        String name = found.group(1).replaceAll("/$", "");
        assertThat(Stream.of("", "argocd-cmp", "argocd-cmp/install").anyMatch(in -> is(in, name)))
            .as(page + " names " + name)
            .isTrue();
      }
    }
    assertThat(named).isGreaterThan(25);
  }

  /** Each can be read, and what is a whole Application can be made one. */
  @Test
  void everyExampleIsYaml() throws IOException {
    Pattern block = Pattern.compile("(?ms)^( *)```yaml\n(.*?)^ *```$");
    int applications = 0;
    for (Path page : pages()) {
      Matcher found = block.matcher(Files.readString(page));
      while (found.find()) {
        String text = found.group(2).replaceAll("(?m)^" + found.group(1), "");
        JsonNode node = YAML.readTree(text);
        assertThat(node.isContainerNode()).as(page + ": " + text).isTrue();
        for (JsonNode parameter : node.findValues("parameters").stream().toList()) {
          for (JsonNode one : parameter) {
            assertThat(parameters()).contains(one.get("name").asText());
          }
        }
        if (node.path("kind").asText().equals("Application")) {
          applications++;
          ArgoApplication application =
              new ArgoApplication(
                  (MapNode)
                      YamlReader.of(Dialect.HELM).first(Content.ofText(text), page.toString()));
          assertThat(application.name()).isNotEmpty();
        }
      }
    }
    assertThat(applications).isPositive();
  }

  /** Whoever comes from Argo CD's own tools finds each field, and only parameters that exist. */
  @Test
  void everyFieldOfArgoCdHasARow() throws IOException {
    List<String> rows =
        Files.readAllLines(DOCS.resolve("migrate.md")).stream()
            .filter(line -> line.startsWith("|"))
            .toList();
    String cells = String.join("\n", rows);
    for (String field : String.join(" ", FIELDS).split(" ")) {
      assertThat(cells).contains("`" + field + "`");
    }
    for (String row : rows) {
      String second = row.split("\\|")[2];
      for (String name : found(Pattern.compile("(?<=`)[a-z]+(?:[.-][a-z-]+)+(?=`)"), second)) {
        assertThat(parameters().contains(name) || name.endsWith(".yaml")).as(row).isTrue();
      }
    }
  }

  private static boolean isSource(Path file) {
    return file.toString().replace('\\', '/').contains("/src/main/java/")
        && file.toString().endsWith(".java");
  }

  private static Set<String> parameters() {
    return ParameterTable.all().stream().map(Parameter::name).collect(Collectors.toSet());
  }

  /** The README and the guides, without the pages of rules, which have their own test. */
  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(PROJECT.resolve("README.md")));
    try (Stream<Path> files = Files.list(DOCS)) {
      files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    assertThat(pages).hasSizeGreaterThan(9);
    return pages;
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(one -> one.group()).collect(Collectors.toSet());
  }

  /** The anchors of a page's headings, as GitHub makes them. */
  private static Set<String> anchors(Path page) throws IOException {
    return Files.readAllLines(page).stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(line -> line.replaceAll("[^\\p{Alnum} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private static boolean is(String folder, String name) {
    Path start = PROJECT.resolve(folder);
    if (!name.contains("*")) {
      return Files.exists(start.resolve(name));
    }
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + start.resolve(name));
    try (Stream<Path> files = Files.walk(start)) {
      return files.anyMatch(matcher::matches);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
