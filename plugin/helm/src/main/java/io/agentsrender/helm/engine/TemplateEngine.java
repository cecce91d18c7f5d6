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
import io.agentsrender.helm.engine.function.FunctionLibrary;
import io.agentsrender.helm.engine.function.HelmFunctions;
import io.agentsrender.helm.engine.object.CapabilitiesObject;
import io.agentsrender.helm.engine.object.ChartScope;
import io.agentsrender.helm.engine.object.ChartScope.Renderable;
import io.agentsrender.helm.engine.object.ReleaseFacts;
import io.agentsrender.helm.engine.object.ValuesType;
import io.agentsrender.helm.profile.Capabilities;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.release.ReleaseChart;
import io.agentsrender.source.budget.BudgetExceededException;
import io.agentsrender.source.budget.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
    return new TemplateEngine(profile, new TemplateCache(), FunctionLibrary.lenient(profile));
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
    Map<String, Renderable> renderables =
        new ChartScope(profile, facts, capabilitiesObject, chart -> cache.files(chart.chart()))
            .renderables(root, values);
    List<String> names = renderables.keySet().stream().sorted(TemplateOrder.INSTANCE).toList();
    TemplatePlaces places = new TemplatePlaces(renderables);
    try {
      TemplateSet set = parse(names, renderables);
      return execute(new Execution(set, MissingKey.ZERO, host, meter), names, renderables, places);
    } catch (TemplateException e) {
      throw new TemplateFailure(profile, places).of(e);
    } catch (BudgetExceededException e) {
      throw e.describedBy(places.relocate(e.problems().getFirst()));
    }
  }

  private TemplateSet parse(List<String> names, Map<String, Renderable> renderables) {
    TemplateSet.Builder set =
        TemplateSet.builder(HelmFunctions.ROOT_TEMPLATE, functions, goVersion);
    for (String name : names) {
      Renderable template = ChartScope.existing(renderables, name);
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
      Execution execution,
      List<String> names,
      Map<String, Renderable> renderables,
      TemplatePlaces places) {
    List<RenderedTemplate> rendered = new ArrayList<>();
    for (String name : names) {
      if (ChartScope.isPartial(name)) {
        continue;
      }
      Renderable template = ChartScope.existing(renderables, name);
      GoMap own = new GoMap(ValuesType.of(profile));
      own.put("Name", name);
      own.put("BasePath", template.basePath());
      template.scope().put("Template", own);
      OutputMap map = new OutputMap();
      String output = execution.render(name, template.scope().as(ValuesType.of(profile)), map);
      NoValues text = NoValues.delete(output);
      rendered.add(
          new RenderedTemplate(
              GoString.decode(name),
              text.text(),
              offset -> map.positionOf(text.before(offset)).map(places::relocate)));
    }
    return rendered;
  }
}
