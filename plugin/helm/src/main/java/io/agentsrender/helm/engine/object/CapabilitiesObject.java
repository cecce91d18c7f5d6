package io.agentsrender.helm.engine.object;

import io.agentsrender.gotemplate.value.GoObject;
import io.agentsrender.gotemplate.value.GoPointer;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.gotemplate.value.GoType;
import io.agentsrender.gotemplate.value.GoTypes;
import io.agentsrender.gotemplate.value.Signature;
import io.agentsrender.helm.profile.Capabilities;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.profile.KubernetesVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What templates see as {@code .Capabilities} (chartutil/capabilities.go). */
public final class CapabilitiesObject {
  private static final Types HELM_3 = new Types("chartutil");
  private static final Types HELM_4 = new Types("common");

  private CapabilitiesObject() {}

  /** A pointer to the struct, as Helm hands it to templates. */
  public static GoPointer of(Capabilities capabilities, HelmProfile profile) {
    Types types = profile.isHelm4() ? HELM_4 : HELM_3;
    List<String> versions = capabilities.apiVersions().stream().map(GoString::encode).toList();
    return new GoPointer(
        new Struct(
            types.capabilities,
            new Kube(types.kubeVersion, capabilities.kubernetes()),
            GoSlice.copyOf(types.versionSet, versions),
            new Build(types.buildInfo, profile)));
  }

  /** chartutil.Capabilities. */
  private record Struct(GoType type, Kube kubeVersion, GoSlice apiVersions, Build helmVersion)
      implements GoObject {}

  /** chartutil.KubeVersion. */
  private record Kube(GoType type, KubernetesVersion version) implements GoObject {}

  /** version.BuildInfo. */
  private record Build(GoType type, HelmProfile profile) implements GoObject {}

  /** The Go types, which only their package's name tells apart between Helm 3 and 4. */
  private static final class Types {
    private static final Signature TEXT = Signature.signature().returns(GoTypes.STRING);

    final GoType kubeVersion;
    final GoType versionSet;
    final GoType buildInfo;
    final GoType capabilities;

    Types(String goPackage) {
      kubeVersion = kubeVersion(goPackage);
      versionSet =
          GoType.defined(goPackage + ".VersionSet", GoTypes.STRINGS, GoSlice.class)
              .method("Has", Signature.signature(GoTypes.STRING).returns(GoTypes.BOOL), Types::has)
              .build();
      buildInfo = buildInfo();
      capabilities =
          GoType.struct(goPackage + ".Capabilities", Struct.class)
              .field("KubeVersion", kubeVersion, Struct::kubeVersion)
              .field("APIVersions", versionSet, Struct::apiVersions)
              .field("HelmVersion", buildInfo, Struct::helmVersion)
              .build();
    }

    private static GoType kubeVersion(String goPackage) {
      boolean normalizes = goPackage.equals("common");
      GoType.Builder<Kube> builder =
          GoType.struct(goPackage + ".KubeVersion", Kube.class)
              .field("Version", GoTypes.STRING, kube -> GoString.encode(kube.version.version()));
      if (normalizes) {
        builder.field(
            "normalizedVersion",
            GoTypes.STRING,
            kube -> GoString.encode(kube.version.comparable()));
      }
      return builder
          .field("Major", GoTypes.STRING, kube -> kube.version.major())
          .field("Minor", GoTypes.STRING, kube -> kube.version.minor())
          .pointerMethod("String", TEXT, (kube, _) -> GoString.encode(kube.version.comparable()))
          .pointerMethod("GitVersion", TEXT, (kube, _) -> GoString.encode(kube.version.version()))
          .build();
    }

    private static GoType buildInfo() {
      return GoType.struct("version.BuildInfo", Build.class)
          .field(
              "Version",
              GoTypes.STRING,
              "version,omitempty",
              build -> "v" + build.profile.version())
          .field("GitCommit", GoTypes.STRING, "git_commit,omitempty", _ -> "")
          .field("GitTreeState", GoTypes.STRING, "git_tree_state,omitempty", _ -> "clean")
          .field(
              "GoVersion",
              GoTypes.STRING,
              "go_version,omitempty",
              build -> build.profile.goVersion())
          .build();
    }

    private static Object has(GoSlice versions, @Nullable Object[] arguments) {
      return versions.asList().contains(arguments[0]);
    }
  }
}
