package io.agentsrender.policy.settings.reader;

import io.agentsrender.policy.settings.PlacedText;
import io.agentsrender.source.NearestName;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.MapNode.Entry;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One map of settings while it is read: what is wrong with it becomes a problem at its place. */
final class Section {
  private static final String TRIED = "reading the settings of policies";

  private final String path;
  private final MapNode map;
  private final List<Problem> problems;

  /**
   * @param known the settings there are
   */
  Section(String path, MapNode map, List<Problem> problems, List<String> known) {
    this.path = path;
    this.map = map;
    this.problems = problems;
    for (Entry entry : map.entries()) {
      if (!known.contains(entry.name())) {
        problems.add(unknown(entry, known));
      }
    }
  }

  /** A map inside {@code parent}, already found at {@code key}. */
  Section(Section parent, String key, MapNode map, List<String> known) {
    this(parent.path(key), map, parent.problems, known);
  }

  private Problem unknown(Entry entry, List<String> known) {
    return Problem.error(TRIED, "there is no setting \"" + path(entry.name()) + "\"")
        .withPlace(entry.key().position())
        .withAdvice(
            NearestName.of(entry.name(), known)
                .map(nearest -> "Did you mean \"" + path(nearest) + "\"?")
                .orElse("Known settings: " + String.join(", ", known) + "."));
  }

  String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** What is set; null counts as not set. */
  Optional<Node> node(String key) {
    return Optional.ofNullable(map.get(key))
        .filter(node -> !(node instanceof ScalarNode scalar && scalar.isNull()));
  }

  Position at(String key) {
    return node(key).map(Node::position).orElse(map.position());
  }

  boolean isTrue(String key) {
    Optional<Node> node = node(key);
    if (node.isEmpty()) {
      return false;
    }
    if (node.get() instanceof ScalarNode scalar && scalar.value() instanceof Boolean truth) {
      return truth;
    }
    wrong(key, node.get(), "true or false");
    return false;
  }

  Optional<PlacedText> text(String key) {
    Optional<Node> node = node(key);
    if (node.isPresent() && !(node.get() instanceof ScalarNode)) {
      wrong(key, node.get(), "a string");
    }
    return node.flatMap(Section::placed);
  }

  private static Optional<PlacedText> placed(Node node) {
    return node instanceof ScalarNode scalar && !scalar.text().isBlank()
        ? Optional.of(PlacedText.of(scalar))
        : Optional.empty();
  }

  /** One of the constants, written in any case, or what holds where nothing is set. */
  <E extends Enum<E>> E choice(String key, Class<E> type, E absent) {
    Optional<PlacedText> text = text(key);
    if (text.isEmpty()) {
      return absent;
    }
    for (E constant : type.getEnumConstants()) {
      if (written(constant).equalsIgnoreCase(text.get().text())) {
        return constant;
      }
    }
    List<String> names =
        Stream.of(type.getEnumConstants()).map(Section::written).collect(Collectors.toList());
    problems.add(
        Problem.error(TRIED, path(key) + " is \"" + text.get() + "\"")
            .withPlace(text.get().at())
            .withAdvice("Supported: " + String.join(", ", names) + "."));
    return absent;
  }

  /** {@code ARGO_ROLLOUTS} is written {@code argo-rollouts}. */
  private static String written(Enum<?> constant) {
    String name = constant.toString();
    return name.equals(constant.name()) ? name.toLowerCase(Locale.ROOT).replace('_', '-') : name;
  }

  List<Node> list(String key) {
    Optional<Node> node = node(key);
    if (node.isPresent() && !(node.get() instanceof ListNode)) {
      wrong(key, node.get(), "a list");
    }
    return node.map(found -> found instanceof ListNode list ? list.items() : List.<Node>of())
        .orElse(List.of());
  }

  List<PlacedText> names(String key) {
    List<PlacedText> names = new ArrayList<>();
    for (Node item : list(key)) {
      Optional<PlacedText> name = placed(item);
      if (name.isPresent()) {
        names.add(name.get());
      } else {
        wrong(key + "[]", item, "a name");
      }
    }
    return List.copyOf(names);
  }

  /** A whole number from zero on. */
  Optional<Long> count(String key) {
    Optional<Node> node = node(key);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (node.get() instanceof ScalarNode scalar
        && scalar.value() instanceof Long number
        && number >= 0) {
      return Optional.of(number);
    }
    wrong(key, node.get(), "a whole number from 0 on");
    return Optional.empty();
  }

  /** A section inside this one. */
  Optional<Section> section(String key, List<String> known) {
    Optional<Node> node = node(key);
    if (node.isPresent() && !(node.get() instanceof MapNode)) {
      wrong(key, node.get(), "a map");
    }
    return node.flatMap(found ->
        found instanceof MapNode inner
            ? Optional.of(new Section(this, key, inner, known))
            : Optional.empty());
  }

  /** An item of a list of maps. */
  Section item(String key, int index, MapNode item, List<String> known) {
    return new Section(this, key + "[" + index + "]", item, known);
  }

  void wrong(String key, Node found, String wanted) {
    problems.add(
        Problem.error(TRIED, path(key) + " is " + found.describe() + ", not " + wanted)
            .withPlace(found.position()));
  }

  void error(String reason, Position at, String advice) {
    problems.add(Problem.error(TRIED, reason).withPlace(at).withAdvice(advice));
  }
}
