package io.agentsrender.kustomize.accumulate;

import io.agentsrender.kustomize.chart.ChartGenerator;
import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.fieldspec.FieldSpec;
import io.agentsrender.kustomize.generate.ConfigGenerator;
import io.agentsrender.kustomize.generate.IamPolicy;
import io.agentsrender.kustomize.kustomization.Image;
import io.agentsrender.kustomize.kustomization.Patch;
import io.agentsrender.kustomize.kustomization.Replica;
import io.agentsrender.kustomize.kustomization.reader.ArgsReader;
import io.agentsrender.kustomize.kustomization.reader.Input;
import io.agentsrender.kustomize.kustomization.reader.ReplacementFiles;
import io.agentsrender.kustomize.kustomization.reader.StructReader;
import io.agentsrender.kustomize.load.Loader;
import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.conversion.NodeData;
import io.agentsrender.kustomize.node.path.Fields;
import io.agentsrender.kustomize.profile.KustomizeProfile;
import io.agentsrender.kustomize.reference.ReplacementTransformer;
import io.agentsrender.kustomize.resource.Resource;
import io.agentsrender.kustomize.transform.AffixTransformer;
import io.agentsrender.kustomize.transform.HashTransformer;
import io.agentsrender.kustomize.transform.MetadataTransformer;
import io.agentsrender.kustomize.transform.NamespaceTransformer;
import io.agentsrender.kustomize.transform.ReplicaTransformer;
import io.agentsrender.kustomize.transform.Transformer;
import io.agentsrender.kustomize.transform.ValueAddTransformer;
import io.agentsrender.kustomize.transform.image.ImageTransformer;
import io.agentsrender.kustomize.transform.patch.JsonPatchTransformer;
import io.agentsrender.kustomize.transform.patch.PatchTransformer;
import io.agentsrender.kustomize.transform.patch.StrategicMergePatches;
import io.agentsrender.source.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The configuration of one built-in plugin (api/internal/builtins). */
final class PluginConfig {
  static final Set<String> KINDS =
      Set.of(
          "AnnotationsTransformer",
          "ConfigMapGenerator",
          "HashTransformer",
          "HelmChartInflationGenerator",
          "IAMPolicyGenerator",
          "ImageTagTransformer",
          "LabelTransformer",
          "NamespaceTransformer",
          "PatchJson6902Transformer",
          "PatchStrategicMergeTransformer",
          "PatchTransformer",
          "PrefixSuffixTransformer",
          "PrefixTransformer",
          "ReplacementTransformer",
          "ReplicaCountTransformer",
          "SecretGenerator",
          "SuffixTransformer",
          "ValueAddTransformer");

  private final String kind;
  private final StructReader fields;
  private final Target target;
  private final Loader loader;
  private final KustomizeProfile profile;
  private final ArgsReader args;

  PluginConfig(Resource config, Target target) {
    this.kind = config.kind();
    this.target = target;
    this.loader = target.loader();
    this.profile = target.context().profile();
    this.args = new ArgsReader(profile);
    Object values = NodeData.ofObject(config.node());
    Input input = placed(values, config.node(), config.provenance().position());
    this.fields = StructReader.of(kind, StructReader.Rules.LENIENT, input);
  }

  /** The values with the places at which they stand in their file, if they stand in one. */
  private static Input placed(
      @Nullable Object value, @Nullable MutableNode node, @Nullable Position outer) {
    Position own = node == null ? null : node.position();
    Position place = own == null || own.file().isEmpty() ? outer : own;
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Input> inputs = LinkedHashMap.newLinkedHashMap(map.size());
        map.forEach((key, below) -> {
          String name = String.valueOf(key);
          inputs.put(name, placed(below, Fields.find(node, name), place));
        });
        yield new Input(inputs, place);
      }
      case List<?> list -> {
        List<MutableNode> nodes = node == null ? List.of() : node.content();
        List<Input> inputs = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
          inputs.add(placed(list.get(i), i < nodes.size() ? nodes.get(i) : null, place));
        }
        yield new Input(inputs, place);
      }
      case null, default -> new Input(value, place);
    };
  }

  void end() {
    fields.end();
  }

  /** Empty where the kind is a transformer. */
  Optional<Supplier<List<Resource>>> generator() {
    ConfigGenerator generator =
        new ConfigGenerator(loader, target.context().openApi(), target.context().meter());
    return switch (kind) {
      case "ConfigMapGenerator" -> {
        var config = args.pluginConfigMap(fields).orElse(name(), namespace());
        yield Optional.of(() -> List.of(generator.configMap(config)));
      }
      case "SecretGenerator" -> {
        var config = args.pluginSecret(fields).orElse(name(), namespace());
        yield Optional.of(() -> List.of(generator.secret(config)));
      }
      case "HelmChartInflationGenerator" -> Optional.of(chart()::generate);
      case "IAMPolicyGenerator" -> {
        IamPolicy policy = IamPolicy.read(fields);
        yield Optional.of(() -> policy.generate(target.context().reader()));
      }
      default -> Optional.empty();
    };
  }

  private ChartGenerator chart() {
    BuildContext context = target.context();
    return new ChartGenerator(
        args.chart(fields),
        args.globals(fields),
        context.kubeVersion(),
        context.apiVersions(),
        context.inflator(),
        loader,
        context.reader(),
        profile);
  }

  private ArgsReader.Metadata metadata() {
    ArgsReader.Metadata metadata = fields.struct("metadata", "ObjectMeta", ArgsReader::metadata);
    return metadata == null ? ArgsReader.Metadata.NONE : metadata;
  }

  private String name() {
    return metadata().name();
  }

  private String namespace() {
    return metadata().namespace();
  }

  private List<FieldSpec> specs() {
    return fields.structs("fieldSpecs", "FieldSpec", ArgsReader::fieldSpec);
  }

  private List<FieldSpec> requiredSpecs() {
    if (!fields.has("fieldSpecs")) {
      throw BuildFailure.of("fieldSpecs is not expected to be nil");
    }
    return specs();
  }

  /** Empty where the kind is a generator. */
  Optional<Transformer> transformer() {
    return Optional.ofNullable(
        switch (kind) {
          case "AnnotationsTransformer" ->
              new MetadataTransformer(fields.textMap("annotations"), specs());
          case "LabelTransformer" -> new MetadataTransformer(fields.textMap("labels"), specs());
          case "HashTransformer" -> new HashTransformer();
          case "ImageTagTransformer" -> image();
          case "NamespaceTransformer" -> namespaceTransformer();
          case "PatchJson6902Transformer" -> new JsonPatchTransformer(patch("jsonOp"), loader);
          case "PatchStrategicMergeTransformer" ->
              new StrategicMergePatches(
                  fields.entries("paths"),
                  fields.text("patches"),
                  fields.position(),
                  loader,
                  target.context().reader());
          case "PatchTransformer" ->
              new PatchTransformer(args.patch(fields), loader, target.context().reader(), profile);
          case "PrefixTransformer" ->
              AffixTransformer.ofPrefix(fields.text("prefix"), requiredSpecs());
          case "SuffixTransformer" ->
              AffixTransformer.ofSuffix(fields.text("suffix"), requiredSpecs());
          case "PrefixSuffixTransformer" -> prefixAndSuffix();
          case "ReplicaCountTransformer" -> replicas();
          case "ReplacementTransformer" ->
              new ReplacementTransformer(
                  ReplacementFiles.load(
                      fields.structs("replacements", "ReplacementField", args::replacement),
                      loader,
                      profile),
                  profile);
          case "ValueAddTransformer" -> ValueAddTransformer.read(fields, args, loader);
          default -> null;
        });
  }

  private Transformer image() {
    Image image = fields.struct("imageTag", "Image", args::image);
    return new ImageTransformer(image == null ? new Image("", "", "", "", "") : image, specs());
  }

  private Transformer namespaceTransformer() {
    return new NamespaceTransformer(
        namespace(),
        specs(),
        fields.flag("unsetOnly"),
        NamespaceTransformer.Subjects.parse(fields.text("setRoleBindingSubjects")),
        profile.givesChartsTheNamespace());
  }

  private Patch patch(String textField) {
    return new Patch(
        fields.text("path"),
        fields.text(textField),
        fields.struct("target", "Selector", args::selector),
        false,
        false,
        fields.position(),
        fields.positionOf(textField));
  }

  private Transformer prefixAndSuffix() {
    Transformer prefix = AffixTransformer.ofPrefix(fields.text("prefix"), requiredSpecs());
    Transformer suffix = AffixTransformer.ofSuffix(fields.text("suffix"), requiredSpecs());
    return (resources, meter) -> {
      prefix.transform(resources, meter);
      suffix.transform(resources, meter);
    };
  }

  private Transformer replicas() {
    Replica replica = fields.struct("replica", "Replica", args::replica);
    return new ReplicaTransformer(
        replica == null ? new Replica("", 0, fields.position()) : replica, specs());
  }
}
