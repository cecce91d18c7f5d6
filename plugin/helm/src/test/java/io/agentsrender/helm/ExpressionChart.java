package io.agentsrender.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.gotemplate.host.Host;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.helm.HelmResult.TextOptions;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.testing.JsonLines.Line;
import io.agentsrender.helm.testing.TestResources;
import io.agentsrender.source.Content;
import io.agentsrender.source.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The chart in which an expression is asked, as test-clusters/oracles/helm asks the real Helm. */
final class ExpressionChart {
  private static final String TEMPLATE = "templates/t.yaml";
  private static final Pattern OUT = Pattern.compile("^ {2}out: \"([^\"]*)\"$", Pattern.MULTILINE);

  private final HelmTemplate helm = new HelmTemplate(ChartCache.none());
  private final Map<String, Content> files;

  private ExpressionChart(Map<String, Content> files) {
    this.files = files;
  }

  static ExpressionChart read() {
    Path folder = TestResources.folder("/conformance/functions/chart");
    try (Stream<Path> files = Files.walk(folder)) {
      Map<String, Content> chart = new TreeMap<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        chart.put(path, Content.ofOwned(Files.readAllBytes(file)));
      }
      return new ExpressionChart(chart);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What our engine answers. */
  RecordedAnswer answer(String expression, HelmProfile profile) {
    return RecordedAnswer.of(() -> value(expression, profile));
  }

  /** The chart shows the value in base64, so that any bytes can be compared. */
  private String value(String expression, HelmProfile profile) {
    Map<String, Content> chart = new TreeMap<>(files);
    String template = Objects.requireNonNull(chart.get(TEMPLATE)).text();
    chart.put(TEMPLATE, Content.ofText(template.replace("@EXPRESSION@", expression)));
    TemplateRequest request =
        TemplateRequest.of(
                new ChartLocation.Folder(SourceTree.of(chart), ""),
                "rel",
                Host.pinned(Instant.EPOCH, 1))
            .withNamespace("ns1")
            .withProfile(profile)
            .withKubeVersion(Optional.of("1.34.0"));
    Matcher out = OUT.matcher(helm.render(request).text(TextOptions.DEFAULT));
    assertThat(out.find()).isTrue();
    return GoString.ofBytes(Base64.getDecoder().decode(out.group(1)));
  }

  /** What Helm answered. */
  static RecordedAnswer recorded(Line line) {
    if (line.has("error")) {
      return RecordedAnswer.error(line.text("error"));
    }
    return RecordedAnswer.output(
        line.has("output_base64")
            ? GoString.ofBytes(Base64.getDecoder().decode(line.text("output_base64")))
            : GoString.encode(line.text("output")));
  }
}
