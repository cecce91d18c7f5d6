package io.agentsrender.helm.output;

import io.agentsrender.gotemplate.text.Trimming;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.release.ReleaseChart;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.match.MalformedPatternException;
import io.agentsrender.source.match.PathPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code helm template} writes to its standard output, byte for byte. */
public final class HelmText {
  private static final Pattern SOURCE = Pattern.compile("# Source: [^/]+/(.+)", Pattern.UNIX_LINES);

  private final HelmProfile profile;
  private final boolean withHooks;
  private final boolean withTests;

  /**
   * A printer.
   *
   * @param withHooks without them: {@code --no-hooks}
   * @param withTests without them: {@code --skip-tests}
   */
  public HelmText(HelmProfile profile, boolean withHooks, boolean withTests) {
    this.profile = profile;
    this.withHooks = withHooks;
    this.withTests = withTests;
  }

  /**
   * All documents.
   *
   * @param crds to be printed before them: those of {@code --include-crds}, else none
   * @return a byte string
   */
  public String print(List<ReleaseChart.Crd> crds, ReleaseDocuments documents) {
    StringBuilder manifests = new StringBuilder();
    crds.forEach(
        crd -> print(manifests, GoString.encode(crd.path()), crd.file().content().byteString()));
    documents.manifests().forEach(document -> print(manifests, document));
    StringBuilder text = new StringBuilder(Trimming.space(manifests.toString())).append('\n');
    if (withHooks) {
      documents.hooks().stream()
          .filter(hook -> withTests || !hook.isTest())
          .forEach(hook -> print(text, hook));
    }
    return text.toString();
  }

  private static void print(StringBuilder out, ReleaseDocument document) {
    print(out, GoString.encode(document.template()), document.text());
  }

  private static void print(StringBuilder out, String source, String text) {
    out.append("---\n# Source: ").append(source).append('\n').append(text).append('\n');
  }

  /**
   * Only what some templates rendered: {@code --show-only}.
   *
   * @param text what {@link #print} gives
   * @param files paths below the chart's folder, or patterns for them
   * @throws RenderException where a path matches nothing
   */
  public String showOnly(String text, List<String> files) {
    List<String> documents =
        DocumentSplitter.split(text, profile).stream().map(DocumentSplitter.Piece::text).toList();
    StringBuilder shown = new StringBuilder();
    for (String file : files) {
      List<String> matching = matching(documents, PathPattern.of(file));
      if (matching.isEmpty()) {
        throw new RenderException(
            Problem.error("showing only " + file, "could not find template " + file + " in chart")
                .withAdvice("Give the path below the chart, as in templates/deployment.yaml."));
      }
      matching.forEach(document -> shown.append("---\n").append(document).append('\n'));
    }
    return shown.toString();
  }

  private static List<String> matching(List<String> documents, PathPattern pattern) {
    List<String> matching = new ArrayList<>();
    for (String document : documents) {
      Matcher source = SOURCE.matcher(document);
      if (source.find() && matches(pattern, GoString.decode(source.group(1)))) {
        matching.add(document);
      }
    }
    return matching;
  }

  private static boolean matches(PathPattern pattern, String path) {
    try {
      return pattern.matches(path);
    } catch (MalformedPatternException e) {
      return false;
    }
  }
}
