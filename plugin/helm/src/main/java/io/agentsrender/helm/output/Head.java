package io.agentsrender.helm.output;

import io.agentsrender.helm.decode.DecodeException;
import io.agentsrender.helm.decode.Decoded;
import io.agentsrender.helm.decode.StructReader;
import io.agentsrender.helm.decode.Target;
import io.agentsrender.helm.decode.Target.MapOf;
import io.agentsrender.helm.decode.Target.Struct;
import io.agentsrender.helm.decode.Target.Struct.Field;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.yaml.Node;
import java.util.List;
import java.util.Map;

/**
 * What Helm reads of each document that a template renders (releaseutil/manifest.go, SimpleHead).
 * Texts are empty where the document does not have them.
 */
record Head(String apiVersion, String kind, String name, Map<String, String> annotations) {
  private static final Struct METADATA =
      new Struct(
          "struct { Name string \"json:\\\"name\\\"\"; "
              + "Annotations map[string]string \"json:\\\"annotations\\\"\" }",
          "",
          true,
          List.of(
              new Field("name", Target.TEXT), new Field("annotations", new MapOf(Target.TEXT))));

  private static final Struct HELM_3 = struct("releaseutil.SimpleHead");
  private static final Struct HELM_4 = struct("util.SimpleHead");

  private static Struct struct(String goName) {
    return new Struct(
        goName,
        "SimpleHead",
        false,
        List.of(
            new Field("apiVersion", Target.TEXT),
            new Field("kind", Target.TEXT),
            new Field("metadata", METADATA)));
  }

  /** Whether a key of a document is one of those that are read; case does not matter. */
  static boolean isField(String key) {
    return key.equalsIgnoreCase("kind")
        || key.equalsIgnoreCase("metadata")
        || key.equalsIgnoreCase("apiVersion");
  }

  static Head of(Node document, HelmProfile profile) throws DecodeException {
    Decoded head = StructReader.read(profile.isHelm4() ? HELM_4 : HELM_3, document);
    Decoded metadata = head.struct("metadata").orElseGet(Decoded::new);
    return new Head(
        head.text("apiVersion"),
        head.text("kind"),
        metadata.text("name"),
        metadata.textMap("annotations"));
  }

  boolean isHook() {
    return annotations.containsKey(Hook.ANNOTATION);
  }
}
