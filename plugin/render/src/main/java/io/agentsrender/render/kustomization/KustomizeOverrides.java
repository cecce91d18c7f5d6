package io.agentsrender.render.kustomization;

import static io.agentsrender.render.parameter.ParameterTable.KUSTOMIZE_ANNOTATIONS;
import static io.agentsrender.render.parameter.ParameterTable.KUSTOMIZE_ANNOTATIONS_ENVSUBST;
import static io.agentsrender.render.parameter.ParameterTable.KUSTOMIZE_COMPONENTS;
import static io.agentsrender.render.parameter.ParameterTable.KUSTOMIZE_FORCE_ANNOTATIONS;
import static io.agentsrender.render.parameter.ParameterTable.KUSTOMIZE_FORCE_LABELS;
import static io.agentsrender.render.parameter.ParameterTable.KUSTOMIZE_IGNORE_MISSING_COMPONENTS;
import static io.agentsrender.render.parameter.ParameterTable.KUSTOMIZE_IMAGES;
import static io.agentsrender.render.parameter.ParameterTable.KUSTOMIZE_LABELS;
import static io.agentsrender.render.parameter.ParameterTable.KUSTOMIZE_LABELS_INCLUDE_TEMPLATES;
import static io.agentsrender.render.parameter.ParameterTable.KUSTOMIZE_LABELS_WITHOUT_SELECTOR;
import static io.agentsrender.render.parameter.ParameterTable.KUSTOMIZE_NAMESPACE;
import static io.agentsrender.render.parameter.ParameterTable.KUSTOMIZE_NAME_PREFIX;
import static io.agentsrender.render.parameter.ParameterTable.KUSTOMIZE_NAME_SUFFIX;
import static io.agentsrender.render.parameter.ParameterTable.KUSTOMIZE_PATCHES;
import static io.agentsrender.render.parameter.ParameterTable.KUSTOMIZE_REPLICAS;

import io.agentsrender.kustomize.override.AnnotationOverrides;
import io.agentsrender.kustomize.override.ComponentOverrides;
import io.agentsrender.kustomize.override.LabelOverrides;
import io.agentsrender.kustomize.override.Overrides;
import io.agentsrender.render.parameter.Parameter;
import io.agentsrender.render.parameter.ParameterValues;
import io.agentsrender.render.request.Application;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The {@code kustomize.*} parameters as overrides, with the application's variables in them. */
final class KustomizeOverrides {
  private final ParameterValues parameters;
  private final Application application;

  private KustomizeOverrides(ParameterValues parameters, Application application) {
    this.parameters = parameters;
    this.application = application;
  }

  static Overrides of(ParameterValues parameters, Application application) {
    return new KustomizeOverrides(parameters, application).read();
  }

  private Overrides read() {
    return new Overrides(
        text(KUSTOMIZE_NAME_PREFIX),
        text(KUSTOMIZE_NAME_SUFFIX),
        text(KUSTOMIZE_NAMESPACE),
        images(),
        parameters.pairs(KUSTOMIZE_REPLICAS),
        new LabelOverrides(
            substituted(parameters.pairs(KUSTOMIZE_LABELS)),
            parameters.isTrue(KUSTOMIZE_FORCE_LABELS),
            parameters.isTrue(KUSTOMIZE_LABELS_WITHOUT_SELECTOR),
            parameters.isTrue(KUSTOMIZE_LABELS_INCLUDE_TEMPLATES)),
        annotations(),
        parameters.array(KUSTOMIZE_PATCHES),
        new ComponentOverrides(
            parameters.array(KUSTOMIZE_COMPONENTS),
            parameters.isTrue(KUSTOMIZE_IGNORE_MISSING_COMPONENTS)));
  }

  private String text(Parameter parameter) {
    return parameters.string(parameter).orElse("");
  }

  private List<String> images() {
    return parameters.array(KUSTOMIZE_IMAGES).stream().map(application::substituted).toList();
  }

  private AnnotationOverrides annotations() {
    Map<String, String> annotations = parameters.pairs(KUSTOMIZE_ANNOTATIONS);
    return new AnnotationOverrides(
        parameters.isTrue(KUSTOMIZE_ANNOTATIONS_ENVSUBST) ? substituted(annotations) : annotations,
        parameters.isTrue(KUSTOMIZE_FORCE_ANNOTATIONS));
  }

  private Map<String, String> substituted(Map<String, String> pairs) {
    Map<String, String> substituted = new LinkedHashMap<>();
    pairs.forEach((name, value) -> substituted.put(name, application.substituted(value)));
    return substituted;
  }
}
