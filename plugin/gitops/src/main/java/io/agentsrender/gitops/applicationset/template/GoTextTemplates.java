package io.agentsrender.gitops.applicationset.template;

import io.agentsrender.gotemplate.exec.Execution;
import io.agentsrender.gotemplate.exec.TemplateSet;
import io.agentsrender.gotemplate.expression.MissingKey;
import io.agentsrender.gotemplate.function.FunctionSet;
import io.agentsrender.gotemplate.function.TemplateException;
import io.agentsrender.gotemplate.host.Host;
import io.agentsrender.gotemplate.parse.node.GoVersion;
import io.agentsrender.gotemplate.sprig.Sprig;
import io.agentsrender.gotemplate.sprig.SprigVersion;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.budget.Meter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Go templates with Sprig and Argo CD's own functions, each text on its own. */
public final class GoTextTemplates implements TextTemplates {
  private static final String TRIED = "filling in a template";

  /** As Argo CD 3.2 has them: Sprig 3.3.0 by Go 1.25. */
  private static final FunctionSet FUNCTIONS =
      Sprig.functions(SprigVersion.HELM_3_21)
          .without("env", "expandenv", "getHostByName")
          .plus(ApplicationSetFunctions.ALL);

  private final MissingKey missingKey;
  private final Host host;
  private final Meter meter;
  private final Map<String, TemplateSet> parsed = new HashMap<>();

  /**
   * @param options {@code goTemplateOptions}
   * @throws RenderException where there is no such option
   */
  public GoTextTemplates(List<String> options, Host host, Meter meter) {
    MissingKey chosen = MissingKey.INVALID;
    for (String option : options) {
      chosen = missingKey(option);
    }
    this.missingKey = chosen;
    this.host = host;
    this.meter = meter;
  }

  private static MissingKey missingKey(String option) {
    return switch (option) {
      case "missingkey=default", "missingkey=invalid" -> MissingKey.INVALID;
      case "missingkey=zero" -> MissingKey.ZERO;
      case "missingkey=error" -> MissingKey.ERROR;
      default ->
          throw new RenderException(
              Problem.error(TRIED, "unrecognized option: " + option)
                  .withAdvice(
                      "Go knows missingkey=default, missingkey=zero and missingkey=error."));
    };
  }

  @Override
  public boolean isGoTemplate() {
    return true;
  }

  @Override
  public String fill(String text, GoMap parameters) {
    if (!text.contains("{{")) {
      return text;
    }
    try {
      TemplateSet set = parsed.computeIfAbsent(text, GoTextTemplates::parse);
      return GoString.decode(new Execution(set, missingKey, host, meter).render("", parameters));
    } catch (TemplateException e) {
      String step =
          e.isParseError() ? "failed to parse template " : "failed to execute go template ";
      throw new RenderException(
          Problem.error(TRIED, step + text + ": " + GoString.decode(e.goText())));
    }
  }

  private static TemplateSet parse(String text) {
    return TemplateSet.builder("", FUNCTIONS, GoVersion.GO_1_25)
        .parse("", GoString.encode(text))
        .build();
  }
}
