package io.agentsrender.helm.chart;

import io.agentsrender.helm.values.ValueTable;
import io.agentsrender.source.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A loaded chart with the charts below {@code charts/}.
 *
 * @param metadata what {@code Chart.yaml} says
 * @param source where the chart stands: a folder or an archive
 * @param values the defaults, frozen
 * @param schema {@code values.schema.json}, if there is one
 * @param templates the files below {@code templates/}
 * @param files all others: what {@code .Files} shows
 * @param charts the charts below {@code charts/}, declared or not
 * @param warnings what Helm warns of while it loads the chart
 */
public record Chart(
    ChartMetadata metadata,
    String source,
    ValueTable values,
    Optional<ChartFile> schema,
    List<ChartFile> templates,
    List<ChartFile> files,
    List<Chart> charts,
    List<Problem> warnings) {

  public Chart {
    templates = List.copyOf(templates);
    files = List.copyOf(files);
    charts = List.copyOf(charts);
    warnings = List.copyOf(warnings);
  }

  public String name() {
    return metadata.name();
  }

  /** The files of its own {@code crds/} folder that hold objects. */
  public Stream<ChartFile> crds() {
    return files.stream().filter(file -> isCrd(file.name()));
  }

  private static boolean isCrd(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return name.startsWith("crds/")
        && (lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json"));
  }

  /** The bytes of all files, subcharts' too: what keeping the chart costs. */
  public long size() {
    long own =
        Stream.of(templates, files, schema.stream().toList())
            .flatMap(List::stream)
            .mapToLong(file -> file.content().size())
            .sum();
    return own + charts.stream().mapToLong(Chart::size).sum();
  }
}
