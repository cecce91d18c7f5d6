package io.agentsrender.helm.schema.jsonschema.keyword;

import io.agentsrender.helm.schema.json.ExactNumber;
import io.agentsrender.helm.schema.json.JsonType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Demands on values of any type; where one is not met, the rest of the schema does not matter. */
public final class ValueKeywords {
  private ValueKeywords() {}

  public static Keyword type(Set<JsonType> wanted) {
    String words =
        new TreeSet<>(wanted).stream().map(JsonType::word).collect(Collectors.joining(" or "));
    return evaluation -> {
      JsonType type = JsonType.of(evaluation.value());
      boolean matches =
          wanted.contains(type)
              || wanted.contains(JsonType.INTEGER)
                  && evaluation.value() instanceof ExactNumber number
                  && number.isInteger();
      return matches || refuse(evaluation, "got " + type.word() + ", want " + words);
    };
  }

  public static Keyword constant(@Nullable Object wanted) {
    return evaluation ->
        Objects.equals(evaluation.value(), wanted)
            || refuse(
                evaluation,
                isSimple(wanted) ? "value must be " + Wording.value(wanted) : "'const' failed");
  }

  public static Keyword enumeration(List<?> wanted) {
    return evaluation ->
        wanted.contains(evaluation.value()) || refuse(evaluation, notOneOf(wanted));
  }

  private static String notOneOf(List<?> wanted) {
    if (!wanted.stream().allMatch(ValueKeywords::isSimple)) {
      return "'enum' failed";
    }
    String values = wanted.stream().map(Wording::value).collect(Collectors.joining(", "));
    return (wanted.size() == 1 ? "value must be " : "value must be one of ") + values;
  }

  private static boolean isSimple(@Nullable Object value) {
    return !(value instanceof List<?>) && !(value instanceof Map<?, ?>);
  }

  /**
   * @param fault what is wrong with a text; all other values are of every format
   */
  public static Keyword format(String name, Function<String, Optional<String>> fault) {
    return evaluation -> {
      if (!(evaluation.value() instanceof String text)) {
        return true;
      }
      Optional<String> found = fault.apply(text);
      return found.isEmpty()
          || refuse(
              evaluation, Wording.quoted(text) + " is not valid " + name + ": " + found.get());
    };
  }

  private static boolean refuse(Evaluation evaluation, String reason) {
    evaluation.fail(reason);
    return false;
  }
}
