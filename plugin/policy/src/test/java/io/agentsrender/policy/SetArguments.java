package io.agentsrender.policy;

import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.json.JsonReader;
import io.agentsrender.yaml.write.YamlWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values that a recorded helm command sets with its {@code --set} flags. */
final class SetArguments {
  private SetArguments() {}

  static MapNode of(Path commandFile) {
    Map<?, ?> command =
        (Map<?, ?>)
            Objects.requireNonNull(JsonReader.of("command.json").read(Renders.read(commandFile)));
    List<?> args = (List<?>) Objects.requireNonNull(command.get("args"));
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 0; i + 1 < args.size(); i++) {
      String text = String.valueOf(args.get(i + 1));
      switch (String.valueOf(args.get(i))) {
        case "--set", "--set-string" -> {
          boolean list = text.endsWith("}");
          for (String expression : list ? new String[] {text} : text.split(",")) {
            set(values, expression, SetArguments::value);
          }
        }
        case "--set-json" -> set(values, text, json -> JsonReader.of("--set-json").read(json));
        default -> {}
      }
    }
    return Renders.map(YamlWriter.goYamlV2().write(values), "--set");
  }

  @SuppressWarnings("unchecked")
  private static void set(
      Map<String, @Nullable Object> values,
      String expression,
      Function<String, @Nullable Object> value) {
    int equals = expression.indexOf('=');
    List<String> path = Arrays.asList(expression.substring(0, equals).split("\\."));
    Map<String, @Nullable Object> map = values;
    for (String name : path.subList(0, path.size() - 1)) {
      map =
          (Map<String, @Nullable Object>)
              map.computeIfAbsent(name, _ -> new LinkedHashMap<String, @Nullable Object>());
    }
    map.put(path.getLast(), value.apply(expression.substring(equals + 1)));
  }

  private static @Nullable Object value(String text) {
    if (text.equals("null")) {
      return null;
    }
    boolean list = text.startsWith("{") && text.endsWith("}");
    return list ? Arrays.asList(text.substring(1, text.length() - 1).split(",")) : text;
  }
}
