package io.agentsrender.fetch.oci;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * What a registry says of a chart (pkg/registry/client.go, processChartPull).
 *
 * @param archive the digest of the chart's archive
 * @param size of the archive in bytes
 */
record ChartManifest(String archive, long size) {
  static final String MEDIA_TYPE = "application/vnd.oci.image.manifest.v1+json";
  private static final String CONFIG = "application/vnd.cncf.helm.config.v1+json";

  /** The second is what Helm wrote before its version 3.7. */
  private static final Set<String> ARCHIVES =
      Set.of("application/vnd.cncf.helm.chart.content.v1.tar+gzip", "application/tar+gzip");

  /**
   * Reads a manifest.
   *
   * @throws FetchException where it is not that of a chart
   */
  static ChartManifest parse(byte[] text, String tried) {
    JsonNode manifest;
    try {
      manifest = RegistryClient.JSON.readTree(text);
    } catch (IOException e) {
      throw FetchException.of(
          Kind.MALFORMED,
          tried,
          "the registry's manifest is not JSON",
          "Ask whoever runs the registry.");
    }
    String config = manifest.path("config").path("mediaType").asText("");
    if (!config.equals(CONFIG)) {
      throw noChart(
          tried,
          config.isEmpty()
              ? "could not load config with mediatype " + CONFIG
              : "its config is of the media type " + config);
    }
    for (JsonNode layer : manifest.path("layers")) {
      if (ARCHIVES.contains(layer.path("mediaType").asText(""))) {
        return new ChartManifest(layer.path("digest").asText(""), layer.path("size").asLong());
      }
    }
    throw noChart(
        tried,
        "manifest does not contain a layer with mediatype " + List.copyOf(ARCHIVES).getFirst());
  }

  private static FetchException noChart(String tried, String reason) {
    return FetchException.of(
        Kind.NOT_SUPPORTED,
        tried,
        "what is there is no Helm chart: " + reason,
        "Check the name and the tag; a chart is pushed by helm push.");
  }
}
