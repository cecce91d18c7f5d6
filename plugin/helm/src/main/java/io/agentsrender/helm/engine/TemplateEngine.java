package io.agentsrender.helm.engine;

import io.agentsrender.gotemplate.exec.Execution;
import io.agentsrender.gotemplate.exec.TemplateFile;
import io.agentsrender.gotemplate.exec.TemplateSet;
import io.agentsrender.gotemplate.expression.MissingKey;
import io.agentsrender.gotemplate.function.FunctionSet;
import io.agentsrender.gotemplate.function.TemplateException;
import io.agentsrender.gotemplate.host.Host;
import io.agentsrender.gotemplate.parse.node.GoVersion;
import io.agentsrender.gotemplate.statement.OutputMap;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoPointer;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.gotemplate.value.GoType;
import io.agentsrender.helm.engine.TemplatePlan.Planned;
import io.agentsrender.helm.engine.function.FunctionLibrary;
import io.agentsrender.helm.engine.function.HelmFunctions;
import io.agentsrender.helm.engine.function.YamlFragments;
import io.agentsrender.helm.engine.object.CapabilitiesObject;
import io.agentsrender.helm.engine.object.ChartScope;
import io.agentsrender.helm.engine.object.ChartScope.Scoped;
import io.agentsrender.helm.engine.object.ReleaseFacts;
import io.agentsrender.helm.engine.object.ValuesType;
import io.agentsrender.helm.profile.Capabilities;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.release.ReleaseChart;
import io.agentsrender.source.budget.BudgetExceededException;
import io.agentsrender.source.budget.Meter;
import java.util.ArrayList;
import java.util.List;

/** Executes the templates of a release (engine.go, render). */
public final class TemplateEngine {
  private final HelmProfile profile;
  private final TemplateCache cache;
  private final FunctionSet functions;
  private final GoVersion goVersion;

  public TemplateEngine(HelmProfile profile, TemplateCache cache) {
    this(profile, cache, FunctionLibrary.of(profile));
  }

  private TemplateEngine(HelmProfile profile, TemplateCache cache, FunctionSet functions) {
    this.profile = profile;
    this.cache = cache;
    this.functions = functions;
    this.goVersion = FunctionLibrary.goVersion(profile);
  }

  /** The engine of {@code helm lint}, which goes on where a value is required or a chart fails. */
  public static TemplateEngine lenient(HelmProfile profile) {
    return new TemplateEngine(
        profile, new TemplateCache(new YamlFragments(0)), FunctionLibrary.lenient(profile));
  }

  /**
   * Parses and executes all templates.
   *
   * @param values the coalesced values of the root chart, to be changed by templates
   * @return what each file renders, partials left out, in the order of execution
   * @throws io.agentsrender.source.RenderException where a template does not parse, fails or takes
   *     too much
   */
  public List<RenderedTemplate> render(
      ReleaseChart root,
      GoMap values,
      ReleaseFacts facts,
      Capabilities capabilities,
      Host host,
      Meter meter) {
    GoPointer capabilitiesObject = CapabilitiesObject.of(capabilities, profile);
    List<Scoped> charts =
        new ChartScope(profile, facts, capabilitiesObject, chart -> cache.files(chart.chart()))
            .scopes(root, values);
    TemplatePlan plan = cache.plan(charts);
    TemplatePlaces places = plan.places();
    try {
      TemplateSet set = plan.set(this::parse);
      Execution execution = new Execution(set, MissingKey.ZERO, host, meter);
      execution.local(YamlFragments.class, cache::fragments);
      return execute(execution, plan, charts);
    } catch (TemplateException e) {
      throw new TemplateFailure(profile, places).of(e);
    } catch (BudgetExceededException e) {
      throw e.describedBy(places.relocate(e.problems().getFirst()));
    }
  }

  private TemplateSet parse(List<Planned> templates) {
    TemplateSet.Builder set =
        TemplateSet.builder(HelmFunctions.ROOT_TEMPLATE, functions, goVersion);
    for (Planned template : templates) {
      String name = template.name();
      set.add(
          cache.template(
              name,
              template.file().source(),
              () ->
                  TemplateFile.parse(
                      name, template.file().content().byteString(), functions, goVersion)));
    }
    return set.build();
  }

  private List<RenderedTemplate> execute(
      Execution execution, TemplatePlan plan, List<Scoped> charts) {
    GoType valuesType = ValuesType.of(profile);
    List<RenderedTemplate> rendered = new ArrayList<>();
    for (Planned template : plan.templates()) {
      if (template.isPartial()) {
        continue;
      }
      String name = template.name();
      GoMap own = new GoMap(valuesType);
      own.put("Name", name);
      own.put("BasePath", template.basePath());
      GoMap scope = charts.get(template.scope()).scope();
      scope.put("Template", own);
      OutputMap map = new OutputMap();
      NoValues text = NoValues.delete(execution.render(name, scope.as(valuesType), map));
      rendered.add(
          new RenderedTemplate(
              GoString.decode(name),
              text.text(),
              offset -> map.positionOf(text.before(offset)).map(plan.places()::relocate)));
    }
    return rendered;
  }
}
