package io.agentsrender.kustomize.accumulate;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.identity.Gvk;
import io.agentsrender.kustomize.kustomization.Entry;
import io.agentsrender.kustomize.node.path.ObjectFields;
import io.agentsrender.kustomize.resource.Resource;
import io.agentsrender.kustomize.transform.Transformer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Generators and transformers that are configured by objects of their own, in files or in place
 * (api/internal/plugins/loader). Only built-in ones are loaded: nothing is run.
 */
final class Plugins {
  private static final String BUILTIN = "builtin";

  private final Target target;

  Plugins(Target target) {
    this.target = target;
  }

  List<Generators.Step> generators(List<Entry> entries) {
    List<Generators.Step> steps = new ArrayList<>();
    for (Resource config : configurations(entries, "loading generator plugins")) {
      steps.add(
          BuildFailure.wrapping(
              "loading generator plugins: failed to load generator", () -> generator(config)));
    }
    return steps;
  }

  private Generators.Step generator(Resource config) {
    PluginConfig plugin = builtin(config);
    Optional<Supplier<List<Resource>>> generator = configured(config, plugin, plugin::generator);
    if (generator.isEmpty()) {
      throw BuildFailure.of("plugin " + config.originalId() + " not a generator")
          .at(config.provenance().position());
    }
    return new Generators.Step(generator.get(), origin(config));
  }

  List<Transformers.Step> transformers(List<Entry> entries) {
    List<Transformers.Step> steps = new ArrayList<>();
    for (Resource config : configurations(entries, "configuring external transformer")) {
      PluginConfig plugin = builtin(config);
      Optional<Transformer> transformer = configured(config, plugin, plugin::transformer);
      if (transformer.isEmpty()) {
        throw BuildFailure.of("plugin " + config.originalId() + " not a transformer")
            .at(config.provenance().position());
      }
      steps.add(
          new Transformers.Step(transformer.get(), origin(config), config.provenance().position()));
    }
    return steps;
  }

  /** The objects that configure plugins: an entry that is none itself names a file or folder. */
  private List<Resource> configurations(List<Entry> entries, String what) {
    Accumulator accumulator = new Accumulator();
    List<Entry> paths = new ArrayList<>();
    for (Entry entry : entries) {
      List<Resource> inline;
      try {
        inline = target.context().reader().readText(entry.text(), entry.position());
      } catch (BuildFailure notInline) {
        paths.add(entry);
        continue;
      }
      Origin origin = target.origin();
      if (origin != null) {
        String text = origin.append(target.fileName()).text();
        inline.forEach(resource -> resource.setOriginAnnotation(text));
      }
      BuildFailure.wrapping(
          what,
          () -> {
            accumulator.resources().addAll(inline);
            return null;
          });
    }
    target.addResources(accumulator, paths);
    return accumulator.resources().list();
  }

  private PluginConfig builtin(Resource config) {
    Gvk gvk = config.gvk();
    if (!gvk.group().isEmpty() || !gvk.version().equals(BUILTIN)) {
      throw BuildFailure.of(
              "external plugins disabled; unable to load external plugin '"
                  + config.originalId().gvk().kind()
                  + "'")
          .at(config.provenance().position())
          .withAdvice("Programs and containers are never run; commit what the plugin makes.");
    }
    if (!PluginConfig.KINDS.contains(gvk.kind())) {
      throw BuildFailure.of("unable to load builtin " + gvk).at(config.provenance().position());
    }
    return new PluginConfig(config, target);
  }

  private static <T> Optional<T> configured(
      Resource config, PluginConfig plugin, Supplier<Optional<T>> reader) {
    try {
      Optional<T> result = reader.get();
      plugin.end();
      return result;
    } catch (BuildFailure failure) {
      throw failure
          .at(config.provenance().position())
          .wrap("plugin " + config.originalId() + " fails configuration");
    }
  }

  private @Nullable Origin origin(Resource config) {
    Origin origin = target.origin();
    String text = config.originAnnotation();
    if (origin == null || text == null) {
      return null;
    }
    return OriginText.parse(text)
        .ofPlugin(
            new Origin.PluginId(
                ObjectFields.apiVersion(config.node()),
                config.kind(),
                config.name(),
                config.namespace()));
  }
}
