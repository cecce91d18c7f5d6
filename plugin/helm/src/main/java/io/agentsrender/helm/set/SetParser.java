package io.agentsrender.helm.set;

import io.agentsrender.gotemplate.fmt.GoFormat;
import io.agentsrender.gotemplate.fmt.Quotes;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.values.ScalarValue;
import io.agentsrender.helm.values.Value;
import io.agentsrender.helm.values.ValueList;
import io.agentsrender.helm.values.ValueTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code a.b[0].c=value,...} into a table (strvals/parser.go and literal_parser.go). The
 * languages differ in what a value is, and in whether commas and backslashes mean anything.
 */
final class SetParser {
  private static final int MAX_INDEX = 65536;
  private static final int MAX_NESTED_NAMES = 30;

  /** Ours: how many elements indexes beyond the end of lists may add in one flag. */
  private static final int MAX_PADDING = 1 << 20;

  private final Characters in;
  private final HelmProfile profile;
  private final FlagScalars scalars;
  private final ValueSyntax syntax;
  private final String keyStops;
  private int padding;

  SetParser(Characters in, FlagScalars scalars, ValueSyntax syntax, HelmProfile profile) {
    this.in = in;
    this.profile = profile;
    this.scalars = scalars;
    this.syntax = syntax;
    this.keyStops = syntax.isLiteral() ? "=[." : "=[,.";
  }

  void parseInto(ValueTable table) throws SetSyntaxException {
    boolean ended = false;
    while (!ended) {
      ended = key(table, 0);
    }
  }

  /**
   * Reads one key and its value.
   *
   * @return whether the input ended before there was a value: Go's io.EOF, on which the parser
   *     stops without complaint
   */
  private boolean key(ValueTable table, int depth) throws SetSyntaxException {
    Characters.Piece piece = until(keyStops);
    String name = piece.text();
    String key = GoString.encode(name);
    switch (piece.stop()) {
      case Characters.END -> {
        if (key.isEmpty()) {
          return true;
        }
        throw new SetSyntaxException("key " + quote(name) + " has no value");
      }
      case '[' -> {
        if (stopsInIndex()) {
          return true;
        }
        int index = index();
        Value existing = table.get(key);
        ValueList list = table.containsKey(key) ? asList(existing) : new ValueList(List.of());
        ItemResult item = item(list, index, depth, 1);
        set(table, key, item.list);
        return item.ended;
      }
      case '=' -> {
        ValueSyntax.Result result = syntax.read(in);
        set(table, key, result.value());
        return result.ended();
      }
      case ',' ->
          throw new SetSyntaxException("key " + quote(name) + " has no value (cannot end with ,)");
      default -> {
        return nestedKey(table, name, depth + 1);
      }
    }
  }

  private boolean nestedKey(ValueTable table, String name, int depth) throws SetSyntaxException {
    checkDepth(depth);
    String key = GoString.encode(name);
    ValueTable inner = table.containsKey(key) ? asTable(table.get(key)) : new ValueTable();
    boolean ended = key(inner, depth);
    if (!ended && inner.isEmpty()) {
      throw new SetSyntaxException("key map " + quote(name) + " has no value");
    }
    if (!inner.isEmpty()) {
      set(table, key, inner);
    }
    return ended;
  }

  private static void checkDepth(int depth) throws SetSyntaxException {
    if (depth > MAX_NESTED_NAMES) {
      throw new SetSyntaxException(
          "value name nested level is greater than maximum supported nested level of "
              + MAX_NESTED_NAMES);
    }
  }

  private record ItemResult(ValueList list, boolean ended) {}

  /** Reads what follows {@code [i]}, the nth index in a row. */
  private ItemResult item(ValueList list, int index, int depth, int brackets)
      throws SetSyntaxException {
    if (brackets > MAX_NESTED_NAMES) {
      throw SetSyntaxException.notSupported("more than " + MAX_NESTED_NAMES + " indexes in a row");
    }
    if (index < 0) {
      throw new SetSyntaxException("negative " + index + " index not allowed");
    }
    Characters.Piece piece = until("[.=");
    if (!piece.text().isEmpty()) {
      throw new SetSyntaxException(
          "unexpected data at end of array index: " + quoteRunes(piece.text()));
    }
    switch (piece.stop()) {
      case Characters.END -> {
        return new ItemResult(list, true);
      }
      case '=' -> {
        return new ItemResult(withItem(list, index, syntax.read(in).value()), false);
      }
      case '[' -> {
        if (stopsInIndex()) {
          return new ItemResult(list, true);
        }
        int next = index();
        Value existing = index < list.size() ? list.get(index) : null;
        ValueList nested =
            existing == null || existing.isNull() ? new ValueList(List.of()) : asList(existing);
        ItemResult inner = item(nested, next, depth, brackets + 1);
        return inner.ended
            ? new ItemResult(list, true)
            : new ItemResult(withItem(list, index, inner.list), false);
      }
      default -> {
        return nestedItem(list, index, depth);
      }
    }
  }

  private ItemResult nestedItem(ValueList list, int index, int depth) throws SetSyntaxException {
    ValueTable inner = new ValueTable();
    if (index < list.size()) {
      if (list.get(index) instanceof ValueTable existing) {
        inner = existing;
      } else {
        list.set(index, inner);
      }
    }
    // Helm counts the level at the key below, not here.
    if (key(inner, depth)) {
      return new ItemResult(list, true);
    }
    return new ItemResult(withItem(list, index, inner), false);
  }

  private ValueList withItem(ValueList list, int index, Value value) throws SetSyntaxException {
    if (index > MAX_INDEX) {
      throw new SetSyntaxException(
          "index of " + index + " is greater than maximum supported index of " + MAX_INDEX);
    }
    if (index < list.size()) {
      list.set(index, value);
      return list;
    }
    padding += index + 1 - list.size();
    if (padding > MAX_PADDING) {
      throw SetSyntaxException.notSupported(
          "indexes that add more than " + MAX_PADDING + " elements");
    }
    List<Value> grown = new ArrayList<>(list.elements());
    while (grown.size() < index) {
      grown.add(scalars.ofNull());
    }
    grown.add(value);
    return list.grownTo(grown);
  }

  /** Helm 4 takes an index that is not closed for the end of all (errors.Is sees its io.EOF). */
  private boolean stopsInIndex() {
    return profile.isHelm4() && in.rest().indexOf(']') < 0;
  }

  private int index() throws SetSyntaxException {
    Characters.Piece piece = until("]");
    if (piece.endsInput()) {
      throw new SetSyntaxException("error parsing index: EOF");
    }
    String digits = piece.text();
    if (!digits.matches("[+-]?[0-9]+")) {
      throw new SetSyntaxException(badIndex(digits, "invalid syntax"));
    }
    try {
      long index = Long.parseLong(digits);
      return Math.clamp(index, Integer.MIN_VALUE, Integer.MAX_VALUE);
    } catch (NumberFormatException e) {
      throw new SetSyntaxException(badIndex(digits, "value out of range"));
    }
  }

  private static String badIndex(String digits, String reason) {
    return "error parsing index: strconv.Atoi: parsing " + quote(digits) + ": " + reason;
  }

  private Characters.Piece until(String stops) {
    return syntax.isLiteral() ? in.untilLiterally(stops) : in.until(stops);
  }

  private static void set(ValueTable table, String key, Value value) {
    if (!key.isEmpty()) {
      table.put(key, value);
    }
  }

  private static ValueTable asTable(@Nullable Value value) throws SetSyntaxException {
    if (value instanceof ValueTable table) {
      return table;
    }
    throw conversion(value, "map[string]interface {}");
  }

  private static ValueList asList(@Nullable Value value) throws SetSyntaxException {
    if (value instanceof ValueList list) {
      return list;
    }
    throw conversion(value, "[]interface {}");
  }

  private static SetSyntaxException conversion(@Nullable Value value, String wanted) {
    return new SetSyntaxException(
        "unable to parse key: interface conversion: interface {} is "
            + typeName(value)
            + ", not "
            + wanted);
  }

  private static String typeName(@Nullable Value value) {
    return switch (value) {
      case null -> "nil";
      case ValueTable _ -> "map[string]interface {}";
      case ValueList _ -> "[]interface {}";
      case ScalarValue scalar -> scalar.isNull() ? "nil" : GoFormat.typeName(scalar.goValue());
    };
  }

  private static String quote(String text) {
    return GoString.decode(Quotes.quote(GoString.encode(text)));
  }

  /** What {@code %q} makes of a slice of code points. */
  private static String quoteRunes(String text) {
    return text.codePoints()
        .mapToObj(c -> GoString.decode(Quotes.quoteRune(c, false)))
        .collect(Collectors.joining(" ", "[", "]"));
  }
}
