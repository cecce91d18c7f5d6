package io.agentsrender.helm.chart;

import io.agentsrender.helm.decode.Target;
import io.agentsrender.helm.decode.Target.ListOf;
import io.agentsrender.helm.decode.Target.MapOf;
import io.agentsrender.helm.decode.Target.Struct;
import io.agentsrender.helm.decode.Target.Struct.Field;
import io.agentsrender.helm.profile.HelmProfile;
import java.util.List;
import java.util.stream.Stream;

/** Helm's Go structs for {@code Chart.yaml} and {@code Chart.lock}, as the decoder sees them. */
public final class ChartStructs {
  private static final Struct MAINTAINER =
      new Struct("chart.Maintainer", "Maintainer", true, texts("name", "email", "url"));

  private static final Struct DEPENDENCY =
      new Struct(
          "chart.Dependency",
          "Dependency",
          true,
          join(
              texts("name", "version", "repository", "condition", "alias"),
              new Field("tags", new ListOf(Target.TEXT)),
              new Field("enabled", Target.BOOL),
              new Field("import-values", new ListOf(Target.ANY))));

  private static final List<Field> METADATA_FIELDS =
      join(
          texts(
              "name",
              "home",
              "version",
              "description",
              "icon",
              "apiVersion",
              "condition",
              "tags",
              "appVersion",
              "kubeVersion",
              "type"),
          new Field("sources", new ListOf(Target.TEXT)),
          new Field("keywords", new ListOf(Target.TEXT)),
          new Field("maintainers", new ListOf(MAINTAINER)),
          new Field("deprecated", Target.BOOL),
          new Field("annotations", new MapOf(Target.TEXT)),
          new Field("dependencies", new ListOf(DEPENDENCY)));

  private static final Struct METADATA_3 =
      new Struct("chart.Metadata", "Metadata", false, METADATA_FIELDS);

  private static final Struct METADATA_4 =
      new Struct("v2.Metadata", "Metadata", false, METADATA_FIELDS);

  /** What Helm 4 reads of a chart to know its format. */
  public static final Struct BASE =
      new Struct(
          "loader.chartBase", "chartBase", true, List.of(new Field("apiVersion", Target.TEXT)));

  static final Struct LOCK =
      new Struct(
          "chart.Lock",
          "Lock",
          true,
          List.of(
              new Field("generated", Target.ANY),
              new Field("digest", Target.TEXT),
              new Field("dependencies", new ListOf(DEPENDENCY))));

  private ChartStructs() {}

  public static Struct metadata(HelmProfile profile) {
    return profile.isHelm4() ? METADATA_4 : METADATA_3;
  }

  private static List<Field> texts(String... names) {
    return Stream.of(names).map(name -> new Field(name, Target.TEXT)).toList();
  }

  private static List<Field> join(List<Field> fields, Field... more) {
    return Stream.concat(fields.stream(), Stream.of(more)).toList();
  }
}
