package io.agentsrender.kustomize.kustomization.reader;

import io.agentsrender.kustomize.fieldspec.FieldSpec;
import io.agentsrender.kustomize.identity.Gvk;
import io.agentsrender.kustomize.identity.ResourceId;
import io.agentsrender.kustomize.kustomization.ConfigArgs;
import io.agentsrender.kustomize.kustomization.Entry;
import io.agentsrender.kustomize.kustomization.GeneratorOptions;
import io.agentsrender.kustomize.kustomization.HelmChart;
import io.agentsrender.kustomize.kustomization.HelmGlobals;
import io.agentsrender.kustomize.kustomization.Image;
import io.agentsrender.kustomize.kustomization.Label;
import io.agentsrender.kustomize.kustomization.Patch;
import io.agentsrender.kustomize.kustomization.Replacement;
import io.agentsrender.kustomize.kustomization.Replica;
import io.agentsrender.kustomize.kustomization.SortOptions;
import io.agentsrender.kustomize.kustomization.Variable;
import io.agentsrender.kustomize.profile.KustomizeProfile;
import io.agentsrender.kustomize.selector.ResourceSelector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the objects inside a kustomization; plugins have the same ones (api/types). */
public final class ArgsReader {
  private final KustomizeProfile profile;

  public ArgsReader(KustomizeProfile profile) {
    this.profile = profile;
  }

  /** The metadata of a plugin's configuration. */
  public record Metadata(
      String name, String namespace, Map<String, String> labels, Map<String, String> annotations) {
    public static final Metadata NONE = new Metadata("", "", Map.of(), Map.of());
  }

  public static Metadata metadata(StructReader reader) {
    return new Metadata(
        reader.text("name"),
        reader.text("namespace"),
        reader.textMap("labels"),
        reader.textMap("annotations"));
  }

  public Label label(StructReader reader) {
    return new Label(
        reader.textMap("pairs"),
        reader.flag("includeSelectors"),
        reader.flag("includeTemplates"),
        reader.structs("fields", "FieldSpec", ArgsReader::fieldSpec),
        reader.position());
  }

  public static FieldSpec fieldSpec(StructReader reader) {
    return new FieldSpec(gvk(reader), reader.text("path"), reader.flag("create"));
  }

  public static Gvk gvk(StructReader reader) {
    return Gvk.of(reader.text("group"), reader.text("version"), reader.text("kind"));
  }

  private static ResourceId id(StructReader reader) {
    return new ResourceId(gvk(reader), reader.text("name"), reader.text("namespace"));
  }

  public ResourceSelector selector(StructReader reader) {
    return new ResourceSelector(
        id(reader), reader.text("annotationSelector"), reader.text("labelSelector"));
  }

  public Patch patch(StructReader reader) {
    PatchOptions options = reader.struct("options", "PatchArgs", this::patchOptions);
    return new Patch(
        reader.text("path"),
        reader.text("patch"),
        reader.struct("target", "Selector", this::selector),
        options != null && options.name,
        options != null && options.kind,
        reader.position(),
        reader.positionOf("patch"));
  }

  private record PatchOptions(boolean name, boolean kind) {}

  private PatchOptions patchOptions(StructReader reader) {
    PatchOptions options =
        new PatchOptions(reader.flag("allowNameChange"), reader.flag("allowKindChange"));
    if (profile.patchOptionsAreAnyFlags()) {
      reader.ignoreRest();
    }
    return options;
  }

  public Image image(StructReader reader) {
    return new Image(
        reader.text("name"),
        reader.text("newName"),
        reader.text("tagSuffix"),
        reader.text("newTag"),
        reader.text("digest"));
  }

  public Replica replica(StructReader reader) {
    return new Replica(reader.text("name"), reader.number("count"), reader.position());
  }

  public Replacement replacement(StructReader reader) {
    boolean hasTargets = reader.has("targets");
    List<Replacement.Target> targets =
        reader.structs("targets", "TargetSelector", this::replacementTarget);
    return new Replacement(
        reader.text("path"),
        reader.struct("source", "SourceSelector", this::replacementSource),
        profile.knowsSourceValue() ? reader.textOrNull("sourceValue") : null,
        hasTargets ? targets : null,
        reader.position());
  }

  private Replacement.Source replacementSource(StructReader reader) {
    return new Replacement.Source(
        id(reader),
        reader.text("fieldPath"),
        reader.struct("options", "FieldOptions", ArgsReader::fieldOptions));
  }

  private Replacement.Target replacementTarget(StructReader reader) {
    return new Replacement.Target(
        reader.struct("select", "Selector", this::selector),
        reader.structs("reject", "Selector", this::selector),
        reader.texts("fieldPaths"),
        reader.struct("options", "FieldOptions", ArgsReader::fieldOptions));
  }

  private static Replacement.Options fieldOptions(StructReader reader) {
    reader.text("encoding");
    return new Replacement.Options(
        reader.text("delimiter"), reader.index("index"), reader.flag("create"));
  }

  public Variable variable(StructReader reader) {
    ResourceId object = reader.struct("objref", "Target", ArgsReader::variableTarget);
    String path = reader.struct("fieldref", "FieldSelector", field -> field.text("fieldPath"));
    return new Variable(
        reader.text("name"),
        object == null ? new ResourceId(Gvk.of("", "", ""), "", "") : object,
        path == null || path.isEmpty() ? "metadata.name" : path,
        reader.position());
  }

  private static ResourceId variableTarget(StructReader reader) {
    ResourceId id = id(reader);
    String[] parts = reader.text("apiVersion").split("/", -1);
    Gvk gvk = id.gvk();
    if (parts.length == 2) {
      gvk = Gvk.of(parts[0], parts[1], gvk.kind());
    } else if (parts.length == 1 && !parts[0].isEmpty()) {
      gvk = Gvk.of(gvk.group(), parts[0], gvk.kind());
    }
    return new ResourceId(gvk, id.name(), id.namespace());
  }

  public SortOptions sortOptions(StructReader reader) {
    return new SortOptions(
        reader.text("order"),
        reader.struct(
            "legacySortOptions",
            "LegacySortOptions",
            legacy ->
                new SortOptions.Legacy(legacy.texts("orderFirst"), legacy.texts("orderLast"))),
        reader.position());
  }

  public GeneratorOptions options(StructReader reader) {
    return new GeneratorOptions(
        reader.textMap("labels"),
        reader.textMap("annotations"),
        reader.flag("disableNameSuffixHash"),
        reader.flag("immutable"));
  }

  public ConfigArgs configMap(StructReader reader) {
    return config(reader, "", envs(reader));
  }

  public ConfigArgs secret(StructReader reader) {
    return config(reader, reader.text("type"), envs(reader));
  }

  /** What a plugin generates; only in a kustomization does {@code env} mean anything. */
  public ConfigArgs pluginConfigMap(StructReader reader) {
    reader.text("env");
    return config(reader, "", reader.entries("envs"));
  }

  /** See {@link #pluginConfigMap}. */
  public ConfigArgs pluginSecret(StructReader reader) {
    reader.text("env");
    return config(reader, reader.text("type"), reader.entries("envs"));
  }

  /**
   * The older {@code env} goes behind {@code envs} (api/types/kustomization.go, FixKustomization).
   */
  private static List<Entry> envs(StructReader reader) {
    List<Entry> envs = new ArrayList<>(reader.entries("envs"));
    String env = reader.text("env");
    if (!env.isEmpty()) {
      envs.add(new Entry(env, reader.positionOf("env")));
    }
    return envs;
  }

  private ConfigArgs config(StructReader reader, String type, List<Entry> envs) {
    return new ConfigArgs(
        reader.text("name"),
        reader.text("namespace"),
        reader.text("behavior"),
        reader.entries("literals"),
        reader.entries("files"),
        envs,
        reader.struct("options", "GeneratorOptions", this::options),
        type,
        reader.position());
  }

  public HelmGlobals globals(StructReader reader) {
    return new HelmGlobals(reader.text("chartHome"), reader.text("configHome"));
  }

  public HelmChart chart(StructReader reader) {
    return new HelmChart(
        reader.text("name"),
        reader.text("version"),
        reader.text("repo"),
        reader.text("releaseName"),
        reader.text("namespace"),
        reader.entries("additionalValuesFiles"),
        reader.text("valuesFile"),
        values(reader, "valuesInline"),
        reader.text("valuesMerge"),
        reader.flag("includeCRDs"),
        reader.flag("skipHooks"),
        reader.texts("apiVersions"),
        reader.text("kubeVersion"),
        reader.text("nameTemplate"),
        reader.flag("skipTests"),
        profile.knowsHelmDebugAndDevel() && reader.flag("debug"),
        profile.knowsHelmDebugAndDevel() && reader.flag("devel"),
        reader.position());
  }

  private static Map<String, @Nullable Object> values(StructReader reader, String name) {
    Map<String, Input> given = reader.map(name);
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    if (given != null) {
      given.forEach((key, value) -> values.put(key, value.plain()));
    }
    return values;
  }

  /** The older form of a chart. */
  record OldChart(HelmChart chart, HelmGlobals globals) {}

  OldChart oldChart(StructReader reader) {
    reader.text("chartRepoName");
    reader.text("helmBin");
    reader.text("releaseNamespace");
    reader.texts("extraArgs");
    HelmChart chart =
        new HelmChart(
            reader.text("chartName"),
            reader.text("chartVersion"),
            reader.text("chartRepoUrl"),
            reader.text("releaseName"),
            "",
            List.of(),
            reader.text("values"),
            values(reader, "valuesLocal"),
            reader.text("valuesMerge"),
            false,
            false,
            List.of(),
            "",
            "",
            false,
            false,
            false,
            reader.position());
    return new OldChart(chart, new HelmGlobals(reader.text("chartHome"), reader.text("helmHome")));
  }
}
