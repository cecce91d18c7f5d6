import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.agentsrender.helm.ChartCache;
import io.agentsrender.helm.ChartLocation;
import io.agentsrender.helm.HelmResult;
import io.agentsrender.helm.HelmResult.TextOptions;
import io.agentsrender.helm.HelmTemplate;
import io.agentsrender.helm.TemplateRequest;
import io.agentsrender.helm.ValuesSource;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.render.chart.LiveHost;
import io.agentsrender.source.Content;
import io.agentsrender.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A warm render of the example's chart, from its folder to the text, against the command {@code
 * helm template} that {@code HELM} names. Every round reads the folder and the values anew; only
 * what was parsed of the chart is kept, by its content, as the sidecar and one run over many
 * applications keep it.
 */
final class TemplateBenchmark {
  private static final Path EXAMPLE =
      Path.of(System.getProperty("project.root"), "argocd-cmp/example");
  private static final String CHART = "sources/charts/agents";
  private static final long CACHE_BYTES = 64 << 20;

  /** What a sidecar has rendered after some minutes: the compiler is done by then. */
  private static final int RENDERS_BEFORE = 500;

  /** At most this part of the command's time. */
  private static final double EXPECTED = 1.0 / 20;

  private final HelmTemplate helm = new HelmTemplate(new ChartCache(CACHE_BYTES));
  private final String command;
  private final HelmProfile profile;

  private TemplateBenchmark(String command) throws Exception {
    this.command = command;
    String version = new String(output(List.of(command, "version", "--template={{.Version}}")), ISO_8859_1);
    this.profile = HelmProfile.of(version.strip().substring(1));
  }

  public static void main(String[] arguments) throws Exception {
    String command = System.getenv().getOrDefault("HELM", "");
    if (command.isEmpty()) {
      System.err.println("Template: skipped, HELM names no helm to compare with");
      return;
    }
    new TemplateBenchmark(command).run();
  }

  private void run() throws Exception {
    Contest contest = new Contest();
    for (List<String> values :
        List.of(List.<String>of(), List.of("argocd/applications/agents/values.yaml"))) {
      for (boolean crds : new boolean[] {false, true}) {
        List<String> theirs = command(values, crds);
        if (!Arrays.equals(render(values, crds), output(theirs))) {
          throw new IllegalStateException("not what the command prints: " + theirs);
        }
        for (int i = 0; i < RENDERS_BEFORE; i++) {
          render(values, crds);
        }
        contest.compare(
            "the chart" + (values.isEmpty() ? "" : " with values") + (crds ? " and CRDs" : ""),
            EXPECTED,
            () -> render(values, crds),
            () -> output(theirs));
      }
    }
    contest.hold();
  }

  private byte[] render(List<String> values, boolean crds) throws IOException {
    List<ValuesSource> sources = new ArrayList<>();
    for (String file : values) {
      byte[] bytes = Files.readAllBytes(EXAMPLE.resolve(file));
      sources.add(new ValuesSource(file, Content.ofOwned(bytes)));
    }
    ChartLocation chart = new ChartLocation.Folder(SourceTree.ofFolder(EXAMPLE), CHART);
    HelmResult result =
        helm.render(
            TemplateRequest.of(chart, "agents", new LiveHost(Clock.systemDefaultZone()))
                .withNamespace("agents")
                .withProfile(profile)
                .withValues(sources));
    return result.text(new TextOptions(crds, true, true, List.of())).getBytes(ISO_8859_1);
  }

  private List<String> command(List<String> values, boolean crds) {
    List<String> words = new ArrayList<>(List.of(command, "template", "agents"));
    words.addAll(List.of(EXAMPLE.resolve(CHART).toString(), "--namespace", "agents"));
    values.forEach(file -> words.addAll(List.of("-f", EXAMPLE.resolve(file).toString())));
    if (crds) {
      words.add("--include-crds");
    }
    return words;
  }

  private static byte[] output(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    byte[] text = process.getInputStream().readAllBytes();
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed");
    }
    return text;
  }
}
