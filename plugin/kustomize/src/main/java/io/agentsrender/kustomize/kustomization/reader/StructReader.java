package io.agentsrender.kustomize.kustomization.reader;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.kustomization.Entry;
import io.agentsrender.source.NearestName;
import io.agentsrender.source.Position;
import io.agentsrender.yaml.scalar.GoFloat;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one object as Go's encoding/json reads them into a struct: names in any case,
 * null as nothing, and, where wanted, no unknown names. Ask for every field, then call {@link
 * #end()}.
 */
public final class StructReader {
  private final String type;
  private final String path;
  private final Rules rules;
  private final Map<String, Input> fields = new HashMap<>();
  private final Map<String, String> spellings = new HashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();
  private final @Nullable Position position;

  /** How strictly to read. */
  public enum Rules {
    /** A kustomization: unknown fields are errors, numbers are no texts. */
    STRICT,
    /**
     * A transformer configuration: unknown fields are errors, numbers and booleans may be texts.
     */
    STRICT_LENIENT_TEXTS,
    /** A plugin's configuration: unknown fields do not count, numbers and booleans may be texts. */
    LENIENT;

    boolean refusesUnknown() {
      return this != LENIENT;
    }

    boolean readsTexts() {
      return this != STRICT;
    }
  }

  /**
   * @param owner the type whose field this is, which Go names in messages
   */
  private StructReader(String owner, String type, String path, Rules rules, Input input) {
    this.type = type;
    this.path = path;
    this.rules = rules;
    this.position = input.position();
    Map<String, Input> map = input.asMap();
    if (map == null && !input.isNull()) {
      throw mismatch(owner, input, path, "types." + type);
    }
    if (map != null) {
      // encoding/json takes them in the order of their names, and the last one wins.
      new TreeMap<>(map)
          .forEach((name, value) -> {
            fields.put(name.toLowerCase(Locale.ROOT), value);
            spellings.put(name.toLowerCase(Locale.ROOT), name);
          });
    }
  }

  public static StructReader of(String type, Rules rules, Input input) {
    return new StructReader(type, type, "", rules, input);
  }

  public @Nullable Position position() {
    return position;
  }

  private @Nullable Input take(String name) {
    asked.add(name);
    Input value = fields.get(name.toLowerCase(Locale.ROOT));
    return value == null || value.isNull() ? null : value;
  }

  /** Whether a field is there and not null; for what is only known to be something. */
  public boolean has(String name) {
    return take(name) != null;
  }

  /** Whether the field holds what Go would not call a zero value. */
  boolean isSet(String name) {
    Input value = take(name);
    return value != null && !Boolean.FALSE.equals(value.value()) && !"".equals(value.value());
  }

  public @Nullable Position positionOf(String name) {
    Input value = take(name);
    return value == null ? null : value.position();
  }

  public @Nullable Input raw(String name) {
    return take(name);
  }

  /** A text; empty where there is none. */
  public String text(String name) {
    String text = textOrNull(name);
    return text == null ? "" : text;
  }

  public @Nullable String textOrNull(String name) {
    Input value = take(name);
    return value == null ? null : asText(value, below(name));
  }

  private String asText(Input value, String at) {
    return switch (value.value()) {
      case null -> "";
      case String text -> text;
      case Long number when rules.readsTexts() -> number.toString();
      case BigInteger number when rules.readsTexts() -> number.toString();
      case Double number when rules.readsTexts() -> GoFloat.shortest32(number.floatValue());
      case Boolean flag when rules.readsTexts() -> flag.toString();
      default -> throw mismatch(value, at, "string");
    };
  }

  public boolean flag(String name) {
    Input value = take(name);
    if (value == null) {
      return false;
    }
    if (value.value() instanceof Boolean flag) {
      return flag;
    }
    throw mismatch(value, below(name), "bool");
  }

  public long number(String name) {
    Input value = take(name);
    if (value == null) {
      return 0;
    }
    return switch (value.value()) {
      case Long number -> number;
      case Double number when number == Math.rint(number) && Math.abs(number) < 0x1p63 ->
          number.longValue();
      case null, default -> throw mismatch(value, below(name), "int64");
    };
  }

  /** A number that counts elements. */
  public int index(String name) {
    return Math.clamp(number(name), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** Texts with their places; a null among them is the empty text. */
  public List<Entry> entries(String name) {
    List<Entry> entries = new ArrayList<>();
    for (Input element : elements(name, "[]string")) {
      entries.add(new Entry(asText(element, below(name)), element.position()));
    }
    return entries;
  }

  public List<String> texts(String name) {
    return entries(name).stream().map(Entry::text).toList();
  }

  private List<Input> elements(String name, String wanted) {
    Input value = take(name);
    if (value == null) {
      return List.of();
    }
    List<Input> list = value.asList();
    if (list == null) {
      throw mismatch(value, below(name), wanted);
    }
    return list;
  }

  /** Texts by name, sorted. */
  public Map<String, String> textMap(String name) {
    Input value = take(name);
    Map<String, String> texts = new TreeMap<>();
    if (value == null) {
      return texts;
    }
    Map<String, Input> map = value.asMap();
    if (map == null) {
      throw mismatch(value, below(name), "map[string]string");
    }
    map.forEach((key, text) -> texts.put(key, asText(text, below(name))));
    return texts;
  }

  /** Any values by name; null where there is no such field. */
  public @Nullable Map<String, Input> map(String name) {
    Input value = take(name);
    if (value == null) {
      return null;
    }
    Map<String, Input> map = value.asMap();
    if (map == null) {
      throw mismatch(value, below(name), "map[string]interface {}");
    }
    return map;
  }

  /** An object inside; null where there is none. */
  public <T> @Nullable T struct(String name, String goType, Function<StructReader, T> reader) {
    Input value = take(name);
    return value == null ? null : read(value, name, goType, reader);
  }

  /** Objects in a list; a null among them is an empty one. */
  public <T> List<T> structs(String name, String goType, Function<StructReader, T> reader) {
    List<T> result = new ArrayList<>();
    for (Input element : elements(name, "[]types." + goType)) {
      result.add(read(element, name, goType, reader));
    }
    return result;
  }

  private <T> T read(Input value, String name, String goType, Function<StructReader, T> reader) {
    StructReader inner = new StructReader(type, goType, below(name), rules, value);
    T result = reader.apply(inner);
    inner.end();
    return result;
  }

  private String below(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private BuildFailure mismatch(Input value, String at, String wanted) {
    return mismatch(type, value, at, wanted);
  }

  private static BuildFailure mismatch(String type, Input value, String at, String wanted) {
    BuildFailure failure =
        BuildFailure.of(
                "json: cannot unmarshal "
                    + value.jsonType()
                    + " into Go struct field "
                    + type
                    + "."
                    + at
                    + " of type "
                    + wanted)
            .at(value.position());
    return wanted.equals("string")
            && (value.value() instanceof Number || value.value() instanceof Boolean)
        ? failure.withAdvice("Put the value in quotes: it must be text.")
        : failure;
  }

  /** Lets every field pass that was not asked for. */
  void ignoreRest() {
    asked.addAll(spellings.values());
  }

  /**
   * Ends the reading.
   *
   * @throws BuildFailure where there is a field that was not asked for
   */
  public void end() {
    if (!rules.refusesUnknown()) {
      return;
    }
    Set<String> known = new LinkedHashSet<>();
    asked.forEach(name -> known.add(name.toLowerCase(Locale.ROOT)));
    for (String name : new TreeMap<>(fields).keySet()) {
      if (!known.contains(name)) {
        throw unknown(name);
      }
    }
  }

  private BuildFailure unknown(String name) {
    String spelled = spellings.getOrDefault(name, name);
    Input value = fields.get(name);
    BuildFailure failure =
        BuildFailure.of("json: unknown field \"" + spelled + "\"")
            .at(value == null ? position : value.position());
    return NearestName.of(spelled, asked)
        .map(nearest -> failure.withAdvice("Did you mean \"" + nearest + "\"?"))
        .orElse(failure);
  }
}
