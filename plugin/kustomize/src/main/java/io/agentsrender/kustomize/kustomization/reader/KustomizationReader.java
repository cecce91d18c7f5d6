package io.agentsrender.kustomize.kustomization.reader;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.kustomization.HelmChart;
import io.agentsrender.kustomize.kustomization.HelmGlobals;
import io.agentsrender.kustomize.kustomization.Kustomization;
import io.agentsrender.kustomize.kustomization.reader.StructReader.Rules;
import io.agentsrender.kustomize.profile.KustomizeProfile;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import java.util.ArrayList;
import java.util.List;

/** Reads a kustomization file (api/types/kustomization.go, Unmarshal and FixKustomization). */
public final class KustomizationReader {
  private static final String VERSION = "kustomize.config.k8s.io/v1beta1";
  private static final String COMPONENT_VERSION = "kustomize.config.k8s.io/v1alpha1";

  /** Fields that count for a kustomization not to be empty, besides those of the record. */
  private static final List<String> FIELDS =
      List.of(
          "metadata",
          "openapi",
          "namePrefix",
          "nameSuffix",
          "namespace",
          "commonLabels",
          "labels",
          "commonAnnotations",
          "patchesStrategicMerge",
          "patchesJson6902",
          "patches",
          "images",
          "imageTags",
          "replacements",
          "replicas",
          "vars",
          "sortOptions",
          "resources",
          "components",
          "crds",
          "bases",
          "configMapGenerator",
          "secretGenerator",
          "helmGlobals",
          "helmCharts",
          "helmChartInflationGenerator",
          "generatorOptions",
          "configurations",
          "generators",
          "transformers",
          "validators",
          "buildMetadata");

  private final ArgsReader args;
  private final List<Problem> warnings = new ArrayList<>();

  public KustomizationReader(KustomizeProfile profile) {
    this.args = new ArgsReader(profile);
  }

  /** What kustomize would say on the side: deprecated fields. */
  public List<Problem> warnings() {
    return warnings;
  }

  /**
   * @param file the file's path, for messages
   * @param folder its folder as kustomize's errors call it
   * @param mayBeEmpty whether it may say nothing
   * @throws BuildFailure where it is no kustomization
   */
  public Kustomization read(Input input, String file, String folder, boolean mayBeEmpty) {
    Kustomization kustomization;
    try {
      StructReader reader = StructReader.of("Kustomization", Rules.STRICT, input);
      kustomization = read(reader, file);
      reader.end();
      warn(reader);
      if (!mayBeEmpty && FIELDS.stream().noneMatch(reader::isSet)) {
        throw new EmptyKustomization();
      }
    } catch (BuildFailure failure) {
      throw failure.wrap("invalid Kustomization").at(Position.ofFile(file));
    } catch (EmptyKustomization empty) {
      throw BuildFailure.of("kustomization.yaml is empty")
          .at(Position.ofFile(file))
          .withAdvice("List what it is made of in \"resources\".");
    }
    return checked(kustomization, file, folder);
  }

  private static final class EmptyKustomization extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static Kustomization checked(Kustomization kustomization, String file, String folder) {
    String kind = kustomization.kind();
    List<String> errors = new ArrayList<>();
    if (!kind.equals(Kustomization.KIND) && !kind.equals(Kustomization.COMPONENT)) {
      errors.add("kind should be Kustomization or Component");
    }
    String version = kustomization.isComponent() ? COMPONENT_VERSION : VERSION;
    if (!kustomization.apiVersion().equals(version)) {
      errors.add("apiVersion for " + kind + " should be " + version);
    }
    if (!errors.isEmpty()) {
      throw BuildFailure.of(
              "Failed to read kustomization file under "
                  + folder
                  + ":\n"
                  + String.join("\n", errors))
          .at(Position.ofFile(file));
    }
    return kustomization;
  }

  private void warn(StructReader reader) {
    warn(reader, "bases", "resources");
    warn(reader, "commonLabels", "labels");
    warn(reader, "imageTags", "images");
    warn(reader, "patchesJson6902", "patches");
    warn(reader, "patchesStrategicMerge", "patches");
    warn(reader, "vars", "replacements");
  }

  private void warn(StructReader reader, String field, String instead) {
    if (reader.has(field)) {
      warnings.add(
          Problem.warning(
                  "reading a kustomization",
                  "'" + field + "' is deprecated. Please use '" + instead + "' instead.")
              .withPlace(reader.positionOf(field))
              .withAdvice("Run 'kustomize edit fix' to update it."));
    }
  }

  private Kustomization read(StructReader reader, String file) {
    String kind = reader.text("kind");
    if (kind.isEmpty()) {
      kind = Kustomization.KIND;
    }
    String apiVersion = reader.text("apiVersion");
    if (apiVersion.isEmpty()) {
      apiVersion = kind.equals(Kustomization.COMPONENT) ? COMPONENT_VERSION : VERSION;
    }
    reader.struct("metadata", "ObjectMeta", ArgsReader::metadata);
    List<HelmChart> oldCharts = new ArrayList<>();
    HelmGlobals globals = helm(reader, oldCharts);
    return new Kustomization(
        file,
        kind,
        apiVersion,
        reader.textMap("openapi"),
        reader.text("namePrefix"),
        reader.text("nameSuffix"),
        reader.text("namespace"),
        reader.textMap("commonLabels"),
        reader.structs("labels", "Label", args::label),
        reader.textMap("commonAnnotations"),
        reader.entries("patchesStrategicMerge"),
        reader.structs("patchesJson6902", "Patch", args::patch),
        reader.structs("patches", "Patch", args::patch),
        both(
            reader.structs("images", "Image", args::image),
            reader.structs("imageTags", "Image", args::image)),
        reader.structs("replacements", "ReplacementField", args::replacement),
        reader.structs("replicas", "Replica", args::replica),
        reader.structs("vars", "Var", args::variable),
        reader.struct("sortOptions", "SortOptions", args::sortOptions),
        both(reader.entries("resources"), reader.entries("bases")),
        reader.entries("components"),
        reader.entries("crds"),
        reader.structs("configMapGenerator", "ConfigMapArgs", args::configMap),
        reader.structs("secretGenerator", "SecretArgs", args::secret),
        globals,
        both(reader.structs("helmCharts", "HelmChart", args::chart), oldCharts),
        reader.struct("generatorOptions", "GeneratorOptions", args::options),
        reader.entries("configurations"),
        reader.entries("generators"),
        reader.entries("transformers"),
        reader.entries("validators"),
        reader.texts("buildMetadata"));
  }

  /**
   * The older form of charts, of which each may name the folders for all
   * (types.SplitHelmParameters).
   */
  private HelmGlobals helm(StructReader reader, List<HelmChart> oldCharts) {
    HelmGlobals given = reader.struct("helmGlobals", "HelmGlobals", args::globals);
    HelmGlobals old = HelmGlobals.NONE;
    for (ArgsReader.OldChart chart :
        reader.structs("helmChartInflationGenerator", "HelmChartArgs", args::oldChart)) {
      oldCharts.add(chart.chart());
      old =
          new HelmGlobals(
              chart.globals().chartHome().isEmpty() ? old.chartHome() : chart.globals().chartHome(),
              chart.globals().configHome().isEmpty()
                  ? old.configHome()
                  : chart.globals().configHome());
    }
    return given == null ? old : given;
  }

  private static <T> List<T> both(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
