package io.agentsrender.helm.engine.object;

import static io.agentsrender.gotemplate.value.GoTypes.BOOL;
import static io.agentsrender.gotemplate.value.GoTypes.SLICE;
import static io.agentsrender.gotemplate.value.GoTypes.STRING;
import static io.agentsrender.gotemplate.value.GoTypes.STRINGS;
import static io.agentsrender.gotemplate.value.GoTypes.STRING_MAP;

import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoObject;
import io.agentsrender.gotemplate.value.GoPointer;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.gotemplate.value.GoType;
import io.agentsrender.helm.chart.ChartMetadata;
import io.agentsrender.helm.chart.Dependency;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.release.ReleaseChart;
import io.agentsrender.helm.release.ReleaseDependency;
import io.agentsrender.helm.release.ReleaseDependency.ImportedValues;
import io.agentsrender.helm.values.GoValues;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What templates see as {@code .Chart}: for Helm 3 the metadata struct with {@code IsRoot} beside
 * it, for Helm 4 a map of the same (chart/metadata.go, engine.go recAllTpls).
 */
final class ChartObject {
  private static final GoType MAINTAINER =
      GoType.struct("chart.Maintainer", Maintainer.class)
          .field("Name", STRING, "name,omitempty", m -> text(m.of.name()))
          .field("Email", STRING, "email,omitempty", m -> text(m.of.email()))
          .field("URL", STRING, "url,omitempty", m -> text(m.of.url()))
          .build();

  private static final GoType DEPENDENCY =
      GoType.struct("chart.Dependency", Declared.class)
          .field("Name", STRING, "name", d -> text(d.of.name()))
          .field("Version", STRING, "version,omitempty", d -> text(d.declared().version()))
          .field("Repository", STRING, "repository", d -> text(d.declared().repository()))
          .field("Condition", STRING, "condition,omitempty", d -> text(d.declared().condition()))
          .field("Tags", STRINGS, "tags,omitempty", d -> texts(d.declared().tags()))
          .field("Enabled", BOOL, "enabled,omitempty", d -> d.of.isEnabled())
          .field("ImportValues", SLICE, "import-values,omitempty", Declared::importValues)
          .field("Alias", STRING, "alias,omitempty", d -> text(d.declared().alias()))
          .build();

  private static final GoType MAINTAINERS = GoType.sliceOf(GoType.pointerTo(MAINTAINER));
  private static final GoType DEPENDENCIES = GoType.sliceOf(GoType.pointerTo(DEPENDENCY));

  private static final GoType METADATA = metadataType();

  private static final GoType CHART =
      GoType.struct("struct { chart.Metadata; IsRoot bool }", Root.class)
          .embedded("Metadata", METADATA, Root::metadata)
          .field("IsRoot", BOOL, root -> root.metadata.chart.isRoot())
          .build();

  private ChartObject() {}

  static Object of(ReleaseChart chart, HelmProfile profile) {
    Metadata metadata = new Metadata(chart);
    if (!profile.isHelm4()) {
      return new Root(metadata);
    }
    GoMap map = StructMap.of(metadata);
    map.put("IsRoot", chart.isRoot());
    return map;
  }

  private static GoType metadataType() {
    return GoType.struct("chart.Metadata", Metadata.class)
        .field("Name", STRING, "name,omitempty", m -> text(m.chart.name()))
        .field("Home", STRING, "home,omitempty", m -> m.text(ChartMetadata::home))
        .field("Sources", STRINGS, "sources,omitempty", m -> texts(m.of().sources()))
        .field("Version", STRING, "version,omitempty", m -> m.text(ChartMetadata::version))
        .field(
            "Description", STRING, "description,omitempty", m -> m.text(ChartMetadata::description))
        .field("Keywords", STRINGS, "keywords,omitempty", m -> texts(m.of().keywords()))
        .field("Maintainers", MAINTAINERS, "maintainers,omitempty", Metadata::maintainers)
        .field("Icon", STRING, "icon,omitempty", m -> m.text(ChartMetadata::icon))
        .field("APIVersion", STRING, "apiVersion,omitempty", m -> m.text(ChartMetadata::apiVersion))
        .field("Condition", STRING, "condition,omitempty", m -> m.text(ChartMetadata::condition))
        .field("Tags", STRING, "tags,omitempty", m -> m.text(ChartMetadata::tags))
        .field("AppVersion", STRING, "appVersion,omitempty", m -> m.text(ChartMetadata::appVersion))
        .field("Deprecated", BOOL, "deprecated,omitempty", m -> m.of().deprecated())
        .field("Annotations", STRING_MAP, "annotations,omitempty", Metadata::annotations)
        .field(
            "KubeVersion", STRING, "kubeVersion,omitempty", m -> m.text(ChartMetadata::kubeVersion))
        .field("Dependencies", DEPENDENCIES, "dependencies,omitempty", Metadata::dependencies)
        .field("Type", STRING, "type,omitempty", m -> m.text(ChartMetadata::type))
        .build();
  }

  private static String text(String text) {
    return GoString.encode(text);
  }

  private static GoSlice texts(List<String> texts) {
    return texts.isEmpty()
        ? GoSlice.nil(STRINGS)
        : GoSlice.ofStrings(texts.stream().map(GoString::encode).toList());
  }

  private static GoSlice pointers(GoType type, List<? extends GoObject> structs) {
    return structs.isEmpty()
        ? GoSlice.nil(type)
        : GoSlice.copyOf(type, structs.stream().map(GoPointer::new).toList());
  }

  /** The struct of Helm 3. */
  private record Root(Metadata metadata) implements GoObject {
    @Override
    public GoType type() {
      return CHART;
    }
  }

  /** chart.Metadata. */
  private record Metadata(ReleaseChart chart) implements GoObject {
    @Override
    public GoType type() {
      return METADATA;
    }

    ChartMetadata of() {
      return chart.chart().metadata();
    }

    String text(Function<ChartMetadata, String> field) {
      return GoString.encode(field.apply(of()));
    }

    GoSlice maintainers() {
      return pointers(MAINTAINERS, of().maintainers().stream().map(Maintainer::new).toList());
    }

    GoMap annotations() {
      Map<String, String> annotations = of().annotations();
      if (annotations.isEmpty()) {
        return GoMap.nil(STRING_MAP);
      }
      GoMap map = new GoMap(STRING_MAP);
      annotations.forEach((key, value) -> map.put(GoString.encode(key), GoString.encode(value)));
      return map;
    }

    GoSlice dependencies() {
      List<ReleaseDependency> declared = chart.dependencies();
      return pointers(
          DEPENDENCIES,
          declared == null ? List.of() : declared.stream().map(Declared::new).toList());
    }
  }

  /** chart.Maintainer. */
  private record Maintainer(ChartMetadata.Maintainer of) implements GoObject {
    @Override
    public GoType type() {
      return MAINTAINER;
    }
  }

  /** chart.Dependency. */
  private record Declared(ReleaseDependency of) implements GoObject {
    @Override
    public GoType type() {
      return DEPENDENCY;
    }

    Dependency declared() {
      return of.declared();
    }

    /**
     * Once they are resolved Helm writes the paths that it imported in place of what was declared.
     */
    GoSlice importValues() {
      List<ImportedValues> imported = of.imported();
      if (imported == null) {
        GoValues go = new GoValues();
        return slice(declared().importValues().stream().map(go::value).toArray());
      }
      return slice(imported.stream().map(Declared::paths).toArray());
    }

    private static GoSlice slice(@Nullable Object[] elements) {
      return elements.length == 0 ? GoSlice.nil(SLICE) : GoSlice.of(elements);
    }

    private static GoMap paths(ImportedValues imported) {
      return GoMap.of(STRING_MAP, Map.of("child", imported.child(), "parent", imported.parent()));
    }
  }
}
