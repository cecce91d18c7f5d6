package io.agentsrender.helm.lint;

import io.agentsrender.gotemplate.text.Trimming;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.helm.chart.Chart;
import io.agentsrender.helm.chart.ChartFile;
import io.agentsrender.helm.engine.RenderedTemplate;
import io.agentsrender.helm.lint.LintMessage.Severity;
import io.agentsrender.helm.lint.document.DocumentStream;
import io.agentsrender.helm.lint.document.DocumentStream.Document;
import io.agentsrender.helm.lint.document.DocumentStream.Read;
import io.agentsrender.helm.lint.name.GoText;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.profile.KubernetesVersion;
import io.agentsrender.source.Position;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What is asked of templates and of what they render (rules/template.go). */
public final class TemplateRules {
  private static final Pattern CRD_HOOK =
      Pattern.compile("helm\\.sh/hook\"?:[ \\n\\t\\r\\f]+crd-install");

  /** What stands beside this word may be the content of a Secret, and is not shown. */
  private static final String SECRET = "Secret";

  private static final String RELEASE_TIME = ".Release.Time";
  private static final Set<String> EXTENSIONS = Set.of(".yaml", ".yml", ".tpl", ".txt");

  private final HelmProfile profile;
  private final KubernetesVersion kubernetes;
  private final LintMessages messages;

  /**
   * The rules.
   *
   * @param kubernetes whose deprecations count
   */
  public TemplateRules(HelmProfile profile, KubernetesVersion kubernetes, LintMessages messages) {
    this.profile = profile;
    this.kubernetes = kubernetes;
    this.messages = messages;
  }

  /** Checks the templates of a chart, not those of its subcharts, up to one that is no YAML. */
  public void check(Chart chart, List<RenderedTemplate> rendered) {
    Map<String, RenderedTemplate> byName = new HashMap<>();
    rendered.forEach(template -> byName.put(template.name(), template));
    for (ChartFile file : chart.templates()) {
      checkFile(file);
      RenderedTemplate output = byName.get(chart.name() + "/" + file.name());
      if (isChecked(file.name())
          && output != null
          && !Trimming.space(output.text()).isEmpty()
          && !checkOutput(file, output)) {
        return;
      }
    }
  }

  private void checkFile(ChartFile file) {
    String extension = extension(file.name());
    if (!EXTENSIONS.contains(extension)) {
      messages.add(
          Severity.ERROR,
          file.name(),
          "file extension '"
              + extension
              + "' not valid. Valid extensions are .yaml, .yml, .tpl, or .txt",
          Position.ofFile(file.source()));
    }
    if (profile.isHelm4()) {
      return;
    }
    String text = file.content().byteString();
    if (CRD_HOOK.matcher(text).find()) {
      messages.add(
          Severity.WARNING,
          file.name(),
          "manifest is a crd-install hook. This hook is no longer supported in v3 and all CRDs"
              + " should also exist the crds/ directory at the top level of the chart",
          Position.ofFile(file.source()));
    }
    if (text.contains(RELEASE_TIME)) {
      messages.add(
          Severity.ERROR,
          file.name(),
          ".Release.Time has been removed in v3, please replace with the `now` function in your"
              + " templates",
          Position.ofFile(file.source()));
    }
  }

  private boolean isChecked(String name) {
    String extension = extension(name);
    return profile.isHelm4()
        ? extension.equalsIgnoreCase(".yaml") || extension.equalsIgnoreCase(".yml")
        : extension.equals(".yaml");
  }

  /** From the last dot of the last name on. */
  private static String extension(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot);
  }

  /** False where the output is no YAML, on which Helm looks at nothing more. */
  private boolean checkOutput(ChartFile file, RenderedTemplate output) {
    checkIndentation(file, output);
    Read read = DocumentStream.read(output.text(), profile, ManifestRules.head(profile));
    ManifestRules rules = new ManifestRules(profile, kubernetes, output.text());
    for (Document document : read.documents()) {
      Position place = place(file, output, document.line());
      rules.check(
          document.decoded(), (severity, text) -> messages.add(severity, file.name(), text, place));
    }
    read.fault()
        .ifPresent(fault ->
            messages.add(
                Severity.ERROR,
                file.name(),
                "unable to parse YAML: " + fault.text(),
                place(file, output, fault.line())));
    return read.fault().isEmpty();
  }

  private void checkIndentation(ChartFile file, RenderedTemplate output) {
    int number = 0;
    for (String line : output.text().split("\n", -1)) {
      number++;
      if (Trimming.space(line).isEmpty()) {
        continue;
      }
      if (line.startsWith(" ") || line.startsWith("\t")) {
        String shown = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        if (output.text().contains(SECRET)) {
          shown = shown.substring(0, shown.indexOf(shown.strip())) + "...";
        }
        messages.add(
            Severity.WARNING,
            file.name(),
            "document starts with an illegal indent: "
                + GoText.quote(GoString.decode(shown))
                + ", which may cause parsing problems",
            place(file, output, number));
      }
      return;
    }
  }

  private static Position place(ChartFile file, RenderedTemplate output, int line) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      int end = output.text().indexOf('\n', start);
      if (end < 0) {
        break;
      }
      start = end + 1;
    }
    return output.originOf(start).orElseGet(() -> Position.ofFile(file.source()));
  }
}
