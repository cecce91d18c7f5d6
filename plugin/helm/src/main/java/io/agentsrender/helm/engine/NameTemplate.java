package io.agentsrender.helm.engine;

import io.agentsrender.gotemplate.exec.Execution;
import io.agentsrender.gotemplate.exec.TemplateSet;
import io.agentsrender.gotemplate.expression.MissingKey;
import io.agentsrender.gotemplate.function.TemplateException;
import io.agentsrender.gotemplate.host.Host;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.helm.engine.function.FunctionLibrary;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.budget.Meter;

/**
 * A release name that is itself a template: {@code --name-template} (action/install.go,
 * TemplateName).
 */
public final class NameTemplate {
  private static final String NAME = "name-template";

  private NameTemplate() {}

  /**
   * The name that a template gives; a plain name gives itself.
   *
   * @throws RenderException where it does not parse or fails
   */
  public static String expand(String template, HelmProfile profile, Host host, Meter meter) {
    try {
      return execute(template, profile, host, meter);
    } catch (TemplateException e) {
      Problem problem = e.problems().getFirst().withReason(GoString.decode(e.goText()));
      throw new RenderException(problem, e);
    }
  }

  private static String execute(String template, HelmProfile profile, Host host, Meter meter) {
    TemplateSet set =
        TemplateSet.builder(
                NAME, FunctionLibrary.sprig(profile), FunctionLibrary.goVersion(profile))
            .parse(NAME, template)
            .build();
    return new Execution(set, MissingKey.INVALID, host, meter).execute(NAME, null);
  }
}
