package io.agentsrender.gitops.field;

import io.agentsrender.source.NearestName;
import io.agentsrender.source.Position;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.MapNode.Entry;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One map of a file while it is read. What is wrong with a field becomes a finding at its place,
 * and the field counts as not set.
 */
public final class Fields {
  private final String path;
  private final MapNode map;
  private final Findings findings;

  private Fields(String path, MapNode map, Findings findings) {
    this.path = path;
    this.map = map;
    this.findings = findings;
  }

  /** The file's own map. */
  public static Fields of(MapNode map, Findings findings) {
    return new Fields("", map, findings);
  }

  /** A map found inside this one. */
  public Fields inside(String key, MapNode inner) {
    return new Fields(path(key), inner, findings);
  }

  /** Finds fault with every field that is none of these. */
  public Fields allow(List<String> known) {
    for (Entry entry : map.entries()) {
      if (!known.contains(entry.name())) {
        findings.error(
            entry.key().position(),
            "there is no field \"" + path(entry.name()) + "\"",
            NearestName.of(entry.name(), known)
                .map(nearest -> "Did you mean \"" + path(nearest) + "\"?")
                .orElse("Known fields: " + String.join(", ", known) + "."));
      }
    }
    return this;
  }

  /** Warns of every field that is none of these: what reads the file in the end ignores it. */
  public Fields note(List<String> known) {
    for (Entry entry : map.entries()) {
      if (!known.contains(entry.name())) {
        findings.warning(
            entry.key().position(),
            "the field \"" + path(entry.name()) + "\" is unknown, and has no effect",
            NearestName.of(entry.name(), known)
                .map(nearest -> "Did you mean \"" + path(nearest) + "\"?")
                .orElse("Known fields: " + String.join(", ", known) + "."));
      }
    }
    return this;
  }

  /** The way to a field, for messages. */
  public String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  public MapNode map() {
    return map;
  }

  public Findings findings() {
    return findings;
  }

  /** Whether the field is there, even as null. */
  public boolean has(String key) {
    return map.has(key);
  }

  /** What is set; null counts as a wrong type where a type is asked for. */
  public Optional<Node> node(String key) {
    return Optional.ofNullable(map.get(key));
  }

  /** Where the field's name stands, or the map where there is no such field. */
  public Position at(String key) {
    return map.entries().stream()
        .filter(entry -> entry.name().equals(key))
        .reduce((_, last) -> last)
        .map(entry -> entry.key().position())
        .orElse(map.position());
  }

  /** A string that is not empty. */
  public Optional<PlacedText> text(String key) {
    return node(key).flatMap(node -> text(key, node));
  }

  /** A string; an empty one counts as not set. */
  public Optional<PlacedText> optionalText(String key) {
    Optional<Node> node = node(key);
    boolean empty =
        node.isPresent()
            && node.get() instanceof ScalarNode scalar
            && (scalar.isNull() || scalar.isString() && scalar.text().isEmpty());
    return empty ? Optional.empty() : text(key);
  }

  /** A string that matches {@code pattern}; {@code wanted} says in words what that is. */
  public Optional<PlacedText> text(String key, Pattern pattern, String wanted) {
    return text(key).filter(text -> matches(key, text, pattern, wanted));
  }

  /** Finds fault with a text that does not match. */
  public boolean matches(String key, PlacedText text, Pattern pattern, String wanted) {
    if (pattern.matcher(text.text()).matches()) {
      return true;
    }
    findings.error(text.at(), path(key) + " is \"" + text + "\"", "It must be " + wanted + ".");
    return false;
  }

  private Optional<PlacedText> text(String key, Node node) {
    if (node instanceof ScalarNode scalar && scalar.isString()) {
      if (scalar.text().isEmpty()) {
        findings.error(node.position(), path(key) + " is empty", "Set it, or leave it out.");
        return Optional.empty();
      }
      return Optional.of(PlacedText.of(scalar));
    }
    boolean number = node instanceof ScalarNode scalar && !scalar.isNull();
    findings.error(
        node.position(),
        path(key) + " is " + node.describe() + ", not a string",
        number ? "Put it in quotes." : "Write a string.");
    return Optional.empty();
  }

  /** A string that is not empty, or a whole number, which keeps its digits. */
  public Optional<PlacedText> textOrNumber(String key) {
    Optional<Node> node = node(key);
    return node.isPresent()
            && node.get() instanceof ScalarNode scalar
            && scalar.value() instanceof Long
        ? Optional.of(PlacedText.of(scalar))
        : text(key);
  }

  /**
   * A string without which nothing goes.
   *
   * @return empty text where it is missing, which is a finding
   */
  public PlacedText required(String key, String advice) {
    if (!has(key)) {
      findings.error(map.position(), "there is no \"" + path(key) + "\"", advice);
    }
    return text(key).orElse(new PlacedText("", map.position()));
  }

  public Optional<Boolean> bool(String key) {
    Optional<Node> node = node(key);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (node.get() instanceof ScalarNode scalar && scalar.value() instanceof Boolean truth) {
      return Optional.of(truth);
    }
    wrong(key, node.get(), "true or false");
    return Optional.empty();
  }

  public boolean isTrue(String key) {
    return bool(key).orElse(false);
  }

  /** The items of a list. */
  public Optional<List<Node>> list(String key) {
    Optional<Node> node = node(key);
    if (node.isPresent() && !(node.get() instanceof ListNode)) {
      wrong(key, node.get(), "a list");
    }
    return node.map(found -> found instanceof ListNode list ? list.items() : null);
  }

  /** A list of strings that are not empty. */
  public Optional<List<PlacedText>> texts(String key) {
    return list(key)
        .map(items -> {
          List<PlacedText> texts = new ArrayList<>();
          for (int i = 0; i < items.size(); i++) {
            text(key + "[" + i + "]", items.get(i)).ifPresent(texts::add);
          }
          return texts;
        });
  }

  /** A list of maps. */
  public List<Fields> maps(String key) {
    List<Node> items = list(key).orElse(List.of());
    List<Fields> maps = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String item = key + "[" + i + "]";
      if (items.get(i) instanceof MapNode inner) {
        maps.add(inside(item, inner));
      } else {
        wrong(item, items.get(i), "a map");
      }
    }
    return maps;
  }

  public Optional<Fields> section(String key) {
    Optional<Node> node = node(key);
    if (node.isPresent() && !(node.get() instanceof MapNode)) {
      wrong(key, node.get(), "a map");
    }
    return node.flatMap(found ->
        found instanceof MapNode inner ? Optional.of(inside(key, inner)) : Optional.empty());
  }

  /** A map as it stands. */
  public Optional<MapNode> plain(String key) {
    return section(key).map(Fields::map);
  }

  private void wrong(String key, Node found, String wanted) {
    findings.error(
        found.position(),
        path(key) + " is " + found.describe() + ", not " + wanted,
        "Write " + wanted + ".");
  }
}
