package io.agentsrender.kustomize.accumulate;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.fieldspec.BuiltinConfig;
import io.agentsrender.kustomize.fieldspec.CrdConfig;
import io.agentsrender.kustomize.fieldspec.TransformerConfig;
import io.agentsrender.kustomize.kustomization.Entry;
import io.agentsrender.kustomize.kustomization.Kustomization;
import io.agentsrender.kustomize.kustomization.reader.ConfigReader;
import io.agentsrender.kustomize.load.Loader;
import io.agentsrender.kustomize.node.conversion.NodeReader;
import io.agentsrender.kustomize.resource.Resource;
import io.agentsrender.kustomize.resource.ResourceSet;
import io.agentsrender.source.Content;
import io.agentsrender.source.Position;
import io.agentsrender.source.TreePath;
import io.agentsrender.yaml.scalar.GoQuote;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One kustomization of a build (api/internal/target/kusttarget.go). */
public final class Target {
  private final BuildContext context;
  private final Loader loader;
  private final Kustomization kustomization;

  /** Where it is, seen from the outermost one; null where nobody asked for origins. */
  private final @Nullable Origin origin;

  /** The namespace that an overlay gives to charts below it; empty for none. */
  private final String chartNamespace;

  /** The build metadata of the outermost kustomization. */
  private final List<String> buildMetadata;

  private Target(
      BuildContext context,
      Loader loader,
      Kustomization kustomization,
      @Nullable Origin origin,
      String chartNamespace,
      List<String> buildMetadata) {
    this.context = context;
    this.loader = loader;
    this.kustomization = kustomization;
    this.origin = origin;
    this.chartNamespace = chartNamespace;
    this.buildMetadata = buildMetadata;
  }

  /** The kustomization to be built, changed after it was read. */
  public static Target outermost(BuildContext context, Loader loader, Kustomization kustomization) {
    Target target =
        new Target(
            context,
            loader,
            kustomization,
            kustomization.buildMetadata().isEmpty() ? null : Origin.ROOT,
            "",
            kustomization.buildMetadata());
    target.selectSchema(true);
    return target;
  }

  private void loadSchema(boolean outermost) {
    String path = kustomization.openApi().get("path");
    Content schema = path == null ? null : loader.load(path);
    context.openApi().select(kustomization.openApi(), schema, outermost);
  }

  private void selectSchema(boolean outermost) {
    if (kustomization.openApi().isEmpty()) {
      context.openApi().select(Map.of(), null, outermost);
      return;
    }
    try {
      loadSchema(outermost);
    } catch (BuildFailure failure) {
      throw failure.at(Position.ofFile(kustomization.file()));
    }
  }

  public Kustomization kustomization() {
    return kustomization;
  }

  Loader loader() {
    return loader;
  }

  BuildContext context() {
    return context;
  }

  @Nullable Origin origin() {
    return origin;
  }

  /** The kustomization's file without its folder. */
  String fileName() {
    return TreePath.name(kustomization.file());
  }

  /** The namespace for charts that have none of their own. */
  String namespaceForCharts() {
    return kustomization.namespace().isEmpty() ? chartNamespace : kustomization.namespace();
  }

  /** Does all that one level does, and all levels below. */
  Accumulator accumulate() {
    return accumulate(new Accumulator());
  }

  private Accumulator accumulate(Accumulator accumulator) {
    context.meter().enter();
    try {
      BuildFailure.wrapping(
          "accumulating resources",
          () -> {
            addResources(accumulator, kustomization.resources());
            return null;
          });
      accumulator.addConfig(config());
      BuildFailure.wrapping(
          "loading CRDs " + goList(kustomization.crds()),
          () -> {
            kustomization.crds().forEach(crds -> accumulator.addConfig(crds(crds)));
            return null;
          });
      new Generators(this).run(accumulator);
      BuildFailure.wrapping(
          "accumulating components",
          () -> {
            kustomization.components().forEach(path -> addComponent(accumulator, path));
            return null;
          });
      new Transformers(this).run(accumulator);
      new Validators(this).run(accumulator);
      BuildFailure.wrapping(
          "merging vars",
          () -> {
            accumulator.variables().add(kustomization.vars(), accumulator.resources());
            return null;
          });
      return accumulator;
    } catch (BuildFailure failure) {
      throw failure.at(Position.ofFile(kustomization.file()));
    } finally {
      context.meter().leave();
    }
  }

  private static String goList(List<Entry> entries) {
    return entries.toString().replace(", ", " ");
  }

  private TransformerConfig config() {
    TransformerConfig config =
        context.profile().knowsImageVolumes()
            ? BuiltinConfig.LATEST
            : BuiltinConfig.WITHOUT_IMAGE_VOLUMES;
    TransformerConfig custom = TransformerConfig.EMPTY;
    for (Entry entry : kustomization.configurations()) {
      try {
        custom =
            custom.merge(ConfigReader.read(loader.load(entry.text()), loader.pathOf(entry.text())));
      } catch (BuildFailure failure) {
        throw failure.at(entry.position());
      }
    }
    return config.merge(custom);
  }

  private TransformerConfig crds(Entry entry) {
    try {
      String file = loader.pathOf(entry.text());
      return CrdConfig.of(NodeReader.yaml11(loader.load(entry.text()), file));
    } catch (BuildFailure failure) {
      throw failure.at(entry.position());
    }
  }

  /** Adds what the entries name: each a file, or else a kustomization. */
  void addResources(Accumulator accumulator, List<Entry> entries) {
    for (Entry entry : entries) {
      try {
        addResource(accumulator, entry.text());
      } catch (BuildFailure failure) {
        throw failure.at(entry.position());
      }
    }
  }

  private void addResource(Accumulator accumulator, String path) {
    context.meter().step(100);
    try {
      addFile(accumulator, path);
    } catch (BuildFailure asFile) {
      String both = "accumulation err='" + asFile.reason() + "'";
      Loader folder;
      try {
        folder = loader.open(path);
      } catch (BuildFailure asFolder) {
        throw asFile.isMalformed() ? asFile : asFolder.wrap(both).or(asFile);
      }
      BuildFailure.wrapping(
          both,
          () -> {
            addFolder(accumulator, folder, path, false);
            return null;
          });
    }
  }

  private void addFile(Accumulator accumulator, String path) {
    List<Resource> resources =
        BuildFailure.wrapping("accumulating resources from '" + path + "'", () -> readFile(path));
    if (origin != null) {
      String text = origin.append(path).text();
      resources.forEach(resource -> resource.setOriginAnnotation(text));
    }
    BuildFailure.wrapping(
        "merging resources from '" + path + "'",
        () -> {
          accumulator.resources().addAll(resources);
          return null;
        });
  }

  private List<Resource> readFile(String path) {
    Content content = loader.load(path);
    context.meter().output(content.size());
    try {
      List<Resource> resources = context.reader().read(content, loader.pathOf(path));
      context.meter().step(1 + content.size() / 16);
      return new ResourceSet(resources).list();
    } catch (BuildFailure failure) {
      throw failure.isMalformed()
          ? failure.withReason(failure.reason() + " in File: " + path)
          : failure;
    }
  }

  private void addComponent(Accumulator accumulator, Entry entry) {
    try {
      Loader folder;
      try {
        folder = loader.open(entry.text());
      } catch (BuildFailure failure) {
        throw failure.withReason("loader.New " + GoQuote.quote(failure.reason()));
      }
      try {
        addFolder(accumulator, folder, entry.text(), true);
      } catch (BuildFailure failure) {
        throw failure.withReason("accumulateDirectory: " + GoQuote.quote(failure.reason()));
      }
    } catch (BuildFailure failure) {
      throw failure.at(entry.position());
    }
  }

  private void addFolder(Accumulator accumulator, Loader folder, String path, boolean component) {
    Kustomization inner =
        BuildFailure.wrapping(
            "couldn't make target for path '" + folder.displayRoot() + "'",
            () -> KustomizationFile.read(folder, context, false));
    Target target =
        new Target(
            context,
            folder,
            inner.toBuilder().buildMetadata(buildMetadata).build(),
            origin == null ? null : origin.append(path),
            namespaceForCharts(),
            buildMetadata);
    target.selectSchema(false);
    if (component && !inner.isComponent()) {
      throw wrongKind(
          "expected kind 'Component'", folder, " but got '" + inner.kind() + "'", inner);
    }
    if (!component && inner.isComponent()) {
      throw wrongKind("expected kind != 'Component'", folder, "", inner);
    }
    // A component works on what its kustomization has so far; a base has a start of its own.
    Accumulator below =
        BuildFailure.wrapping(
            "recursed accumulation of path '" + folder.displayRoot() + "'",
            () -> component ? target.accumulate(accumulator) : target.accumulate());
    BuildFailure.wrapping(
        "recursed merging from path '" + folder.displayRoot() + "'",
        () -> {
          if (component) {
            accumulator.resources().requireDistinct();
          } else {
            accumulator.addAll(below);
          }
          return null;
        });
  }

  private static BuildFailure wrongKind(
      String expected, Loader folder, String but, Kustomization kustomization) {
    return BuildFailure.of(expected + " for path '" + folder.displayRoot() + "'" + but)
        .at(Position.ofFile(kustomization.file()))
        .withAdvice("Components are listed in \"components\", all else in \"resources\".");
  }
}
