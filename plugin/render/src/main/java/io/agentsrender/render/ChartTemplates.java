package io.agentsrender.render;

import io.agentsrender.helm.HelmResult;
import io.agentsrender.helm.TemplateRequest;
import java.util.function.Function;

/**
 * How the charts of a render are rendered.
 *
 * @param whole a chart that is the application
 * @param part a chart of a kustomization
 */
record ChartTemplates(
    Function<TemplateRequest, HelmResult> whole, Function<TemplateRequest, HelmResult> part) {}
