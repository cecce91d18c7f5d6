package io.agentsrender.fetch.index;

import java.util.List;

/**
 * One version of a chart in an index.
 *
 * @param digest SHA-256 in hexadecimal; empty where the index has none
 * @param urls where the archive is, absolute or relative to the repository
 */
public record IndexedChart(String name, String version, String digest, List<String> urls) {
  public IndexedChart {
    urls = List.copyOf(urls);
  }
}
