package io.agentsrender.policy.image;

import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the unquoted number in the values that a chart printed as a tag: {@code 1.10} becomes
 * {@code 1.1}, and {@code 19448656} becomes {@code 1.9448656e+07}.
 */
final class WrittenTag {
  private static final Pattern KEY = Pattern.compile("(?i).*(?:tag|version)");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?(?:e\\+\\d+)?");

  private WrittenTag() {}

  /** The number as it is written; empty where the tag is the text of some value. */
  static Optional<ScalarNode> of(MapNode values, String tag) {
    if (!NUMBER.matcher(tag).matches()) {
      return Optional.empty();
    }
    List<ScalarNode> candidates = new ArrayList<>();
    collect(values, candidates);
    boolean asWritten = candidates.stream().anyMatch(scalar -> scalar.text().equals(tag));
    double number = Double.parseDouble(tag);
    return asWritten
        ? Optional.empty()
        : candidates.stream()
            .filter(scalar -> scalar.value() instanceof Number value && is(value, number))
            .findFirst();
  }

  private static boolean is(Number value, double number) {
    return Double.compare(value.doubleValue(), number) == 0;
  }

  private static void collect(Node node, List<ScalarNode> found) {
    switch (node) {
      case MapNode map ->
          map.entries()
              .forEach(entry -> {
                if (entry.value() instanceof ScalarNode scalar) {
                  if (KEY.matcher(entry.name()).matches()) {
                    found.add(scalar);
                  }
                } else {
                  collect(entry.value(), found);
                }
              });
      case ListNode list -> list.items().forEach(item -> collect(item, found));
      default -> {}
    }
  }
}
