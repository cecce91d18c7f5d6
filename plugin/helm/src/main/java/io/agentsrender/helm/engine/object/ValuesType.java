package io.agentsrender.helm.engine.object;

import io.agentsrender.gotemplate.fmt.Quotes;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoType;
import io.agentsrender.gotemplate.value.GoTypes;
import io.agentsrender.gotemplate.value.Signature;
import io.agentsrender.helm.engine.function.DataText;
import io.agentsrender.helm.profile.HelmProfile;
import org.jspecify.annotations.Nullable;

/**
 * The named map type of {@code .Values}, of dot itself and of {@code .Template}, with its methods
 * (chartutil/values.go).
 */
public final class ValuesType {
  private static final GoType HELM_3 = type("chartutil.Values");
  private static final GoType HELM_4 = type("common.Values");

  private ValuesType() {}

  public static GoType of(HelmProfile profile) {
    return profile.isHelm4() ? HELM_4 : HELM_3;
  }

  private static GoType type(String name) {
    GoType.Builder<GoMap> builder = GoType.defined(name, GoTypes.MAP, GoMap.class);
    GoType self = builder.self();
    return builder
        .method(
            "YAML",
            Signature.signature().returns(GoTypes.STRING).orError(),
            (values, _) -> DataText.yaml(values))
        .method("AsMap", Signature.signature().returns(GoTypes.MAP), (values, _) -> asMap(values))
        .method(
            "Table",
            Signature.signature(GoTypes.STRING).returns(self).orError(),
            (values, arguments) -> table(values, text(arguments)))
        .method(
            "PathValue",
            Signature.signature(GoTypes.STRING).returns(GoTypes.ANY).orError(),
            (values, arguments) -> pathValue(values, text(arguments)))
        .method(
            "Encode",
            Signature.signature(GoTypes.ANY).returns(GoTypes.ANY).orError(),
            (_, _) -> {
              throw GoError.notSupported("writing values to an io.Writer");
            })
        .build();
  }

  private static String text(@Nullable Object[] arguments) {
    return String.valueOf(arguments[0]);
  }

  private static GoMap asMap(GoMap values) {
    return values.isEmpty() ? new GoMap() : values.as(GoTypes.MAP);
  }

  private static GoMap table(GoMap values, String path) {
    GoMap table = values;
    for (String key : path.split("\\.", -1)) {
      if (!(table.get(key) instanceof GoMap next) || !isTable(next)) {
        throw new GoError(Quotes.quote(key) + " is not a table");
      }
      table = next;
    }
    return table.as(values.type());
  }

  private static @Nullable Object pathValue(GoMap values, String path) {
    if (path.isEmpty()) {
      throw new GoError("YAML path cannot be empty");
    }
    int dot = path.lastIndexOf('.');
    String key = path.substring(dot + 1);
    GoMap table = dot < 0 ? values : tableOrNull(values, path.substring(0, dot));
    boolean found = table != null && table.containsKey(key) && !(table.get(key) instanceof GoMap);
    if (!found || table == null) {
      throw new GoError(Quotes.quote(key) + " is not a value");
    }
    return table.get(key);
  }

  private static @Nullable GoMap tableOrNull(GoMap values, String path) {
    try {
      return table(values, path);
    } catch (GoError e) {
      return null;
    }
  }

  private static boolean isTable(GoMap map) {
    return map.type().equals(GoTypes.MAP) || map.type().hasMethods();
  }
}
