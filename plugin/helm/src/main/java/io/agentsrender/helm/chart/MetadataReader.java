package io.agentsrender.helm.chart;

import io.agentsrender.gotemplate.value.GoUnicode;
import io.agentsrender.helm.chart.ChartMetadata.Maintainer;
import io.agentsrender.helm.decode.DecodeException;
import io.agentsrender.helm.decode.Decoded;
import io.agentsrender.helm.decode.StructReader;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.values.ValueReader;
import io.agentsrender.yaml.Node;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code Chart.yaml}, and {@code requirements.yaml} over it, into {@link ChartMetadata}
 * (chart/metadata.go, chart/dependency.go).
 */
public final class MetadataReader {
  private final HelmProfile profile;
  private final Decoded decoded = new Decoded();

  public MetadataReader(HelmProfile profile) {
    this.profile = profile;
  }

  /**
   * Takes over the fields that a file has, {@code Chart.yaml} first.
   *
   * @throws DecodeException where they are of the wrong types
   */
  public void read(Node document) throws DecodeException {
    StructReader.readInto(decoded, ChartStructs.metadata(profile), document);
  }

  /** The version of the chart format; a chart that does not say is of version 1. */
  public String apiVersion() {
    String apiVersion = decoded.text("apiVersion");
    return apiVersion.isEmpty() ? "v1" : apiVersion;
  }

  /**
   * What was read.
   *
   * @throws InvalidChartException where it breaks a rule
   */
  public ChartMetadata metadata() throws InvalidChartException {
    ChartMetadata metadata =
        new ChartMetadata(
            clean(decoded.text("name")),
            clean(decoded.text("home")),
            clean(decoded.texts("sources")),
            decoded.text("version"),
            clean(decoded.text("description")),
            clean(decoded.texts("keywords")),
            maintainers(),
            clean(decoded.text("icon")),
            apiVersion(),
            clean(decoded.text("condition")),
            clean(decoded.text("tags")),
            clean(decoded.text("appVersion")),
            decoded.bool("deprecated"),
            decoded.textMap("annotations"),
            clean(decoded.text("kubeVersion")),
            dependencies(),
            decoded.text("type"));
    MetadataRules.check(metadata, profile);
    return metadata;
  }

  private List<Maintainer> maintainers() throws InvalidChartException {
    return MetadataRules.withoutNulls(
            decoded.structs("maintainers").orElse(List.of()), "maintainers")
        .stream()
        .map(one ->
            new Maintainer(
                clean(one.text("name")), clean(one.text("email")), clean(one.text("url"))))
        .toList();
  }

  private Optional<List<Dependency>> dependencies() throws InvalidChartException {
    Optional<List<Optional<Decoded>>> declared = decoded.structs("dependencies");
    if (declared.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        MetadataRules.withoutNulls(declared.get(), "dependencies").stream()
            .map(MetadataReader::dependency)
            .toList());
  }

  private static Dependency dependency(Decoded declared) {
    return new Dependency(
        clean(declared.text("name")),
        clean(declared.text("version")),
        clean(declared.text("repository")),
        clean(declared.text("condition")),
        clean(declared.texts("tags")),
        declared.bool("enabled"),
        declared.nodes("import-values").stream().map(ValueReader::read).toList(),
        declared.text("alias"));
  }

  private static List<String> clean(List<String> texts) {
    return texts.stream().map(MetadataReader::clean).toList();
  }

  /**
   * Whitespace becomes a space, what cannot be printed goes (chart/metadata.go, sanitizeString).
   */
  private static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (GoUnicode.isSpace(c)) {
            clean.append(' ');
          } else if (GoUnicode.isPrint(c)) {
            clean.appendCodePoint(c);
          }
        });
    return clean.toString();
  }
}
