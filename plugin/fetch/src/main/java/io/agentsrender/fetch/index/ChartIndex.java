package io.agentsrender.fetch.index;

import io.agentsrender.source.Content;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An index in the form in which it is kept: a line for every version of a chart, which takes a
 * tenth of the room and none of the time that the YAML takes.
 */
public final class ChartIndex {
  private static final char FIELD = '\t';
  private static final int FIELDS = 3;

  private final String lines;

  private ChartIndex(String lines) {
    this.lines = lines;
  }

  /** What was kept. */
  static ChartIndex of(Content kept) {
    return new ChartIndex(kept.text());
  }

  /**
   * The index in {@code index.yaml}, to be kept.
   *
   * @throws io.agentsrender.fetch.failure.FetchException where it is none
   */
  static Content compact(byte[] yaml, String tried) {
    StringBuilder lines = new StringBuilder("\n");
    IndexReader.read(
        yaml,
        tried,
        chart -> {
          lines.append(plain(chart.name())).append(FIELD);
          lines.append(plain(chart.version())).append(FIELD);
          lines.append(plain(chart.digest()));
          chart.urls().forEach(url -> lines.append(FIELD).append(plain(url)));
          lines.append('\n');
        });
    return Content.ofText(lines.toString());
  }

  private static String plain(String text) {
    return text.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
  }

  /** The versions of a chart in the order of the index; empty where it has no such chart. */
  public List<IndexedChart> versions(String name) {
    List<IndexedChart> versions = new ArrayList<>();
    String start = "\n" + name + FIELD;
    for (int at = lines.indexOf(start); at >= 0; at = lines.indexOf(start, at + 1)) {
      String[] fields = lines.substring(at + 1, lines.indexOf('\n', at + 1)).split("\t", -1);
      versions.add(
          new IndexedChart(
              fields[0], fields[1], fields[2], List.of(fields).subList(FIELDS, fields.length)));
    }
    return versions;
  }

  /** The names of all charts. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    lines
        .lines()
        .filter(line -> line.indexOf(FIELD) > 0)
        .forEach(line -> names.add(line.substring(0, line.indexOf(FIELD))));
    return names;
  }
}
