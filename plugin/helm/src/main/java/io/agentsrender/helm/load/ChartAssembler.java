package io.agentsrender.helm.load;

import io.agentsrender.helm.chart.Chart;
import io.agentsrender.helm.chart.ChartFile;
import io.agentsrender.helm.chart.ChartLock;
import io.agentsrender.helm.chart.ChartMetadata;
import io.agentsrender.helm.chart.ChartStructs;
import io.agentsrender.helm.chart.InvalidChartException;
import io.agentsrender.helm.chart.MetadataReader;
import io.agentsrender.helm.decode.DecodeException;
import io.agentsrender.helm.decode.StructReader;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.values.ValueTable;
import io.agentsrender.helm.values.ValuesFile;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.read.YamlException;
import io.agentsrender.yaml.read.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a chart of its files (chart/loader/load.go, LoadFiles). */
final class ChartAssembler {
  private static final YamlReader READER = YamlReader.of(Dialect.HELM);
  private static final String SUBCHARTS = "charts/";
  private static final Set<String> FORMATS = Set.of("", "v1", "v2");

  private final HelmProfile profile;
  private final Allowance allowance;
  private final String source;
  private final int depth;

  private final MetadataReader metadata;
  private final List<ChartFile> templates = new ArrayList<>();
  private final List<ChartFile> files = new ArrayList<>();
  private final Map<String, List<ChartFile>> subcharts = new TreeMap<>();
  private final List<Problem> warnings = new ArrayList<>();
  private ValueTable values = new ValueTable().freeze();
  private @Nullable ChartFile schema;

  ChartAssembler(HelmProfile profile, Allowance allowance, String source) {
    this(profile, allowance, source, 0);
  }

  private ChartAssembler(HelmProfile profile, Allowance allowance, String source, int depth) {
    this.profile = profile;
    this.allowance = allowance;
    this.source = source;
    this.depth = depth;
    this.metadata = new MetadataReader(profile);
  }

  /** The same chart, if Helm 4 knows its format; Helm 3 does not look at that. */
  Chart assembleKnownFormat(List<ChartFile> all) {
    if (profile.isHelm4()) {
      checkFormat(
          description(all)
              .orElseThrow(() ->
                  missing(
                      "unable to detect chart version, no Chart.yaml found: Chart.yaml file is"
                          + " missing")));
    }
    return assemble(all);
  }

  private static Optional<ChartFile> description(List<ChartFile> all) {
    return descriptions(all).reduce((_, last) -> last);
  }

  /** More than one only in an archive; Go reads each into the same struct. */
  private static Stream<ChartFile> descriptions(List<ChartFile> all) {
    return all.stream().filter(file -> file.name().equals("Chart.yaml"));
  }

  Chart assemble(List<ChartFile> all) {
    ChartFile description =
        description(all).orElseThrow(() -> missing("Chart.yaml file is missing"));
    descriptions(all).forEach(file -> read(file, metadata::read));
    all.forEach(this::sort);
    ChartMetadata checked = checked(description);
    return new Chart(
        checked,
        source,
        values,
        Optional.ofNullable(schema),
        templates,
        files,
        loadSubcharts(checked.name()),
        warnings);
  }

  /** Helm 4 knows other formats, too, which are not supported here. */
  private void checkFormat(ChartFile description) {
    read(
        description,
        document -> {
          String format = StructReader.read(ChartStructs.BASE, document).text("apiVersion");
          if (!FORMATS.contains(format)) {
            throw refused(
                "invalid chart apiVersion: unsupported chart version: apiVersion \""
                    + format
                    + "\"",
                Position.ofFile(description.source()));
          }
        });
  }

  private void sort(ChartFile file) {
    String name = file.name();
    switch (name) {
      case "Chart.yaml" -> {}
      case "Chart.lock" -> read(file, ChartLock::check);
      case "values.yaml" -> values = ValuesFile.ofChart(file.content(), file.source(), profile);
      case "values.schema.json" -> schema = file;
      case "requirements.yaml" -> {
        read(file, metadata::read);
        ofOldFormat(file, "Dependencies are handled in Chart.yaml since apiVersion \"v2\".");
      }
      case "requirements.lock" -> {
        read(file, ChartLock::check);
        ofOldFormat(file, "Dependency locking is handled in Chart.lock since apiVersion \"v2\".");
      }
      default -> sortByFolder(file);
    }
  }

  private void ofOldFormat(ChartFile file, String otherwise) {
    if (metadata.apiVersion().equals("v1")) {
      files.add(file);
    } else {
      warnings.add(
          Problem.warning(tried(), otherwise)
              .withPlace(Position.ofFile(file.source()))
              .withAdvice("Move it there; it counts all the same."));
    }
  }

  private void sortByFolder(ChartFile file) {
    String name = file.name();
    if (name.startsWith("templates/")) {
      templates.add(file);
    } else if (name.startsWith(SUBCHARTS) && !name.endsWith(".prov")) {
      String below = name.substring(SUBCHARTS.length());
      int slash = below.indexOf('/');
      String subchart = slash < 0 ? below : below.substring(0, slash);
      subcharts.computeIfAbsent(subchart, _ -> new ArrayList<>()).add(file.named(below));
    } else {
      files.add(file);
    }
  }

  private List<Chart> loadSubcharts(String chartName) {
    List<Chart> charts = new ArrayList<>();
    subcharts.forEach((name, content) -> {
      if (!name.startsWith("_") && !name.startsWith(".")) {
        try {
          charts.add(loadSubchart(name, content, chartName));
        } catch (RenderException e) {
          throw unpacking(name, chartName, e);
        }
      }
    });
    return charts;
  }

  private Chart loadSubchart(String name, List<ChartFile> content, String chartName) {
    if (depth >= allowance.limits().depth()) {
      throw refused(
          "its charts nest deeper than " + allowance.limits().depth() + " levels",
          Position.ofFile(source));
    }
    ChartFile first = content.getFirst();
    if (name.endsWith(".tgz")) {
      if (!first.name().equals(name)) {
        throw refused(
            "error unpacking "
                + subchartWord()
                + "tar in "
                + chartName
                + ": expected "
                + name
                + ", got "
                + first.name(),
            Position.ofFile(first.source()));
      }
      return new ChartAssembler(profile, allowance, first.source(), depth + 1)
          .assemble(ArchiveChartFiles.read(first.content(), first.source(), allowance));
    }
    List<ChartFile> own =
        content.stream()
            .filter(file -> file.name().length() > name.length())
            .map(file -> file.named(file.name().substring(name.length() + 1)))
            .toList();
    return new ChartAssembler(profile, allowance, source + "/" + SUBCHARTS + name, depth + 1)
        .assemble(own);
  }

  private RenderException unpacking(String name, String chartName, RenderException cause) {
    Problem problem = cause.problems().getFirst();
    String prefix = "error unpacking " + subchartWord() + name + " in " + chartName + ": ";
    return new RenderException(problem.withReason(prefix + problem.reason()));
  }

  private String subchartWord() {
    return profile.isAtLeast(HelmProfile.HELM_3_19) ? "subchart " : "";
  }

  private ChartMetadata checked(ChartFile description) {
    try {
      return metadata.metadata();
    } catch (InvalidChartException e) {
      throw refused(e.getMessage(), Position.ofFile(description.source()));
    }
  }

  /** Takes over what a document says. */
  private interface DocumentReader {
    void read(Node document) throws DecodeException;
  }

  private void read(ChartFile file, DocumentReader reader) {
    String failure = "cannot load " + file.name() + ": ";
    try {
      reader.read(READER.first(file.content(), file.source()));
    } catch (DecodeException e) {
      throw refused(
          failure + "error unmarshaling JSON: while decoding JSON: " + e.goText(), e.position());
    } catch (YamlException e) {
      Problem problem = e.problems().getFirst();
      throw new RenderException(
          problem
              .withTried(tried())
              .withReason(failure + "error converting YAML to JSON: " + e.goText()));
    }
  }

  private RenderException missing(String reason) {
    return refused(reason, Position.ofFile(source));
  }

  private RenderException refused(@Nullable String reason, Position place) {
    return new RenderException(
        Problem.error(tried(), String.valueOf(reason))
            .withPlace(place)
            .withAdvice("Compare with what helm lint says of the chart."));
  }

  private String tried() {
    return "loading the chart in \"" + source + "\"";
  }
}
