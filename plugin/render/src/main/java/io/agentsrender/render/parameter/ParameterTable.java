package io.agentsrender.render.parameter;

import io.agentsrender.render.parameter.Parameter.Kind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All parameters, in the order in which people read about them. */
public final class ParameterTable {
  public static final Parameter VALUES_FILES =
      array(
          "values-files",
          "Value files",
          "those of component.yaml, or none",
          "value files, relative to the application, with a leading / to the repository, or"
              + " $ref/...; globs; the last wins",
          "-f",
          "--values");
  public static final Parameter VALUES =
      string("values", "Values", "none", "YAML above the value files", "--values-text");
  public static final Parameter SET =
      map("set", "Set", "none", "single values, typed as Helm's --set types them", "--set");
  public static final Parameter SET_STRING =
      map("set-string", "Set as text", "none", "single values that stay text", "--set-string");
  public static final Parameter RELEASE_NAME =
      string(
          "release-name",
          "Release name",
          "the component's name, or the application's",
          "the Helm release",
          "--release-name");
  public static final Parameter SKIP_CRDS =
      bool("skip-crds", "Skip CRDs", "leave out the CRDs of charts", "--skip-crds");
  public static final Parameter SKIP_TESTS =
      bool("skip-tests", "Skip tests", "leave out test hooks", "--skip-tests");
  public static final Parameter SKIP_SCHEMA_VALIDATION =
      bool(
          "skip-schema-validation",
          "Skip schema validation",
          "do not hold values against the chart's schema",
          "--skip-schema-validation");
  public static final Parameter IGNORE_MISSING_VALUES_FILES =
      of(
          "ignore-missing-values-files",
          Kind.BOOLEAN,
          "Ignore missing value files",
          "true for components, else false",
          "go on where a value file is missing",
          "--ignore-missing-values-files");
  public static final Parameter ENVIRONMENT =
      string(
          "environment",
          "Environment",
          "none",
          "such as production: chooses layers of values, and rules may hold in some environments"
              + " only",
          "--environment");
  public static final Parameter LAYOUT =
      string(
          "layout",
          "Layout of value files",
          "that of agents-render.yaml, or found out from the folders",
          "shared-environment, shared-env-folder or globals",
          "--layout");
  public static final Parameter REFS =
      map(
          "refs",
          "Refs",
          "values is the application's own repository",
          "what $name/... stands for: ., a folder, or URL@revision",
          "--ref");
  public static final Parameter POLICIES =
      string(
          "policies",
          "Policies",
          "none",
          "YAML of policy settings, above those of component.yaml and of the values",
          "--policies");
  public static final Parameter HELM_VERSION =
      string(
          "helm-version",
          "Helm version",
          "3.19",
          "the Helm to be exact with: 3.15, 3.19, 3.21 or 4.2",
          "--helm-version");
  public static final Parameter KUSTOMIZE_VERSION =
      string(
          "kustomize-version",
          "Kustomize version",
          "5.8",
          "the kustomize to be exact with: 5.4 or 5.8",
          "--kustomize-version");
  public static final Parameter KUSTOMIZE_IMAGES =
      array(
          "kustomize.images",
          "Kustomize images",
          "none",
          "image overrides of a kustomization: NAME:TAG, NAME@DIGEST, NAME=NEW_NAME:TAG and the"
              + " like; variables such as $ARGOCD_APP_REVISION are replaced",
          "--kustomize-image");
  public static final Parameter KUSTOMIZE_NAME_PREFIX =
      string(
          "kustomize.name-prefix",
          "Kustomize name prefix",
          "the kustomization's",
          "the kustomization's namePrefix",
          "--kustomize-name-prefix");
  public static final Parameter KUSTOMIZE_NAME_SUFFIX =
      string(
          "kustomize.name-suffix",
          "Kustomize name suffix",
          "the kustomization's",
          "the kustomization's nameSuffix",
          "--kustomize-name-suffix");
  public static final Parameter KUSTOMIZE_NAMESPACE =
      string(
          "kustomize.namespace",
          "Kustomize namespace",
          "the kustomization's",
          "the kustomization's namespace",
          "--kustomize-namespace");
  public static final Parameter KUSTOMIZE_LABELS =
      map(
          "kustomize.labels",
          "Kustomize labels",
          "none",
          "labels added to the kustomization's commonLabels; variables are replaced",
          "--kustomize-label");
  public static final Parameter KUSTOMIZE_FORCE_LABELS =
      bool(
          "kustomize.force-labels",
          "Force kustomize labels",
          "let labels replace those that the kustomization has",
          "--kustomize-force-labels");
  public static final Parameter KUSTOMIZE_LABELS_WITHOUT_SELECTOR =
      bool(
          "kustomize.labels-without-selector",
          "Kustomize labels without selector",
          "keep the labels out of selectors and templates",
          "--kustomize-labels-without-selector");
  public static final Parameter KUSTOMIZE_LABELS_INCLUDE_TEMPLATES =
      bool(
          "kustomize.labels-include-templates",
          "Kustomize labels in templates",
          "without selectors, put the labels into templates all the same",
          "--kustomize-labels-include-templates");
  public static final Parameter KUSTOMIZE_ANNOTATIONS =
      map(
          "kustomize.annotations",
          "Kustomize annotations",
          "none",
          "annotations added to the kustomization's commonAnnotations",
          "--kustomize-annotation");
  public static final Parameter KUSTOMIZE_FORCE_ANNOTATIONS =
      bool(
          "kustomize.force-annotations",
          "Force kustomize annotations",
          "let annotations replace those that the kustomization has",
          "--kustomize-force-annotations");
  public static final Parameter KUSTOMIZE_ANNOTATIONS_ENVSUBST =
      bool(
          "kustomize.annotations-envsubst",
          "Variables in kustomize annotations",
          "replace variables in the annotations",
          "--kustomize-annotations-envsubst");
  public static final Parameter KUSTOMIZE_REPLICAS =
      map(
          "kustomize.replicas",
          "Kustomize replicas",
          "none",
          "numbers of replicas by the name of the workload",
          "--kustomize-replica");
  public static final Parameter KUSTOMIZE_PATCHES =
      array(
          "kustomize.patches",
          "Kustomize patches",
          "none",
          "patches behind the kustomization's own, each the YAML of an entry with patch or path,"
              + " and target",
          "--kustomize-patch");
  public static final Parameter KUSTOMIZE_COMPONENTS =
      array(
          "kustomize.components",
          "Kustomize components",
          "none",
          "folders of components, relative to the kustomization; patterns such as ../components/*",
          "--kustomize-component");
  public static final Parameter KUSTOMIZE_IGNORE_MISSING_COMPONENTS =
      bool(
          "kustomize.ignore-missing-components",
          "Ignore missing kustomize components",
          "leave out components that do not exist",
          "--kustomize-ignore-missing-components");
  public static final Parameter ALLOW_EMPTY =
      bool(
          "allow-empty",
          "Allow empty",
          "accept a render without objects, for which Argo CD would prune everything",
          "--allow-empty");
  public static final Parameter STRICT =
      bool("strict", "Strict", "treat warnings as errors", "--strict");

  private static final Map<String, Parameter> BY_NAME = byName();

  private ParameterTable() {}

  public static List<Parameter> all() {
    return List.copyOf(BY_NAME.values());
  }

  public static Optional<Parameter> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  private static Map<String, Parameter> byName() {
    Map<String, Parameter> table = new LinkedHashMap<>();
    List.of(
            VALUES_FILES,
            VALUES,
            SET,
            SET_STRING,
            RELEASE_NAME,
            SKIP_CRDS,
            SKIP_TESTS,
            SKIP_SCHEMA_VALIDATION,
            IGNORE_MISSING_VALUES_FILES,
            ENVIRONMENT,
            LAYOUT,
            REFS,
            POLICIES,
            HELM_VERSION,
            KUSTOMIZE_VERSION,
            KUSTOMIZE_IMAGES,
            KUSTOMIZE_NAME_PREFIX,
            KUSTOMIZE_NAME_SUFFIX,
            KUSTOMIZE_NAMESPACE,
            KUSTOMIZE_LABELS,
            KUSTOMIZE_FORCE_LABELS,
            KUSTOMIZE_LABELS_WITHOUT_SELECTOR,
            KUSTOMIZE_LABELS_INCLUDE_TEMPLATES,
            KUSTOMIZE_ANNOTATIONS,
            KUSTOMIZE_FORCE_ANNOTATIONS,
            KUSTOMIZE_ANNOTATIONS_ENVSUBST,
            KUSTOMIZE_REPLICAS,
            KUSTOMIZE_PATCHES,
            KUSTOMIZE_COMPONENTS,
            KUSTOMIZE_IGNORE_MISSING_COMPONENTS,
            ALLOW_EMPTY,
            STRICT)
        .forEach(parameter -> table.put(parameter.name(), parameter));
    return table;
  }

  private static Parameter string(
      String name, String title, String defaultText, String meaning, String... flags) {
    return of(name, Kind.STRING, title, defaultText, meaning, flags);
  }

  private static Parameter array(
      String name, String title, String defaultText, String meaning, String... flags) {
    return of(name, Kind.ARRAY, title, defaultText, meaning, flags);
  }

  private static Parameter map(
      String name, String title, String defaultText, String meaning, String... flags) {
    return of(name, Kind.MAP, title, defaultText, meaning, flags);
  }

  private static Parameter bool(String name, String title, String meaning, String... flags) {
    return of(name, Kind.BOOLEAN, title, "false", meaning, flags);
  }

  private static Parameter of(
      String name, Kind kind, String title, String defaultText, String meaning, String... flags) {
    return new Parameter(name, kind, Arrays.asList(flags), title, defaultText, meaning);
  }
}
