package io.agentsrender.helm.toml;

import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoString;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads TOML 1.0 into the values that BurntSushi/toml gives: int64, float64, strings, booleans,
 * {@code []interface {}}, {@code map[string]interface {}}, and {@code []map[string]interface {}}
 * for arrays of tables.
 *
 * <p>What the library says of invalid text, and the times that it reads, are not supported: both
 * are errors here.
 */
public final class TomlReader {
  private static final String BYTE_ORDER_MARK = GoString.encode("\ufeff");

  private static final int MAX_DEPTH = 500;

  private final TomlCursor in;
  private final TomlTable root = new TomlTable();
  private int depth;

  private TomlReader(String text) {
    this.in = new TomlCursor(text);
  }

  /**
   * Reads a document.
   *
   * @param text a byte string
   * @throws GoError where it is not TOML 1.0, or has a time
   */
  public static GoMap read(String text) {
    if (!GoString.encode(GoString.decode(text)).equals(text)) {
      throw GoError.notSupported("fromToml of text that is not UTF-8");
    }
    boolean marked = text.startsWith(BYTE_ORDER_MARK);
    return new TomlReader(marked ? text.substring(BYTE_ORDER_MARK.length()) : text)
        .document()
        .toGo();
  }

  private TomlTable document() {
    TomlTable current = root;
    for (in.skipBlankLines(); !in.atEnd(); in.skipBlankLines()) {
      if (in.take("[[")) {
        current = header("]]");
      } else if (in.take("[")) {
        current = header("]");
      } else {
        keyValue(current);
      }
      in.endLine();
    }
    return root;
  }

  private TomlTable header(String end) {
    List<String> path = keyPath();
    in.expect(end);
    TomlTable parent = root;
    for (String key : path.subList(0, path.size() - 1)) {
      parent = step(parent, key);
    }
    String last = path.getLast();
    Object existing = parent.get(last);
    if (end.length() == 2) {
      if (existing == null) {
        existing = new TomlTable.Tables();
        parent.put(last, existing);
      }
      if (existing instanceof TomlTable.Tables tables) {
        return tables.append();
      }
      throw in.invalid("the key " + last + " is no array of tables");
    }
    if (existing == null) {
      existing = new TomlTable();
      parent.put(last, existing);
    }
    if (existing instanceof TomlTable table && !table.isDefined()) {
      return table.define();
    }
    throw in.invalid("the key " + last + " is defined twice");
  }

  /** The table under a key on the way to another. */
  private TomlTable step(TomlTable table, String key) {
    Object next = table.get(key);
    if (next == null) {
      next = new TomlTable();
      table.put(key, next);
    }
    return switch (next) {
      case TomlTable.Tables tables -> tables.last();
      case TomlTable inner when !inner.isClosed() -> inner;
      default -> throw in.invalid("the key " + key + " is no table");
    };
  }

  private void keyValue(TomlTable table) {
    List<String> path = keyPath();
    in.expect("=");
    in.skipSpace();
    TomlTable target = table;
    for (String key : path.subList(0, path.size() - 1)) {
      boolean fresh = target.get(key) == null;
      target = step(target, key);
      if (!fresh && target.isDefined() && target != root) {
        throw in.invalid("the key " + key + " is defined elsewhere");
      }
    }
    if (target.get(path.getLast()) != null) {
      throw in.invalid("the key " + path.getLast() + " is defined twice");
    }
    target.put(path.getLast(), value());
  }

  private List<String> keyPath() {
    List<String> path = new ArrayList<>();
    do {
      in.skipSpace();
      path.add(in.key());
      in.skipSpace();
    } while (in.take("."));
    return path;
  }

  private Object value() {
    if (++depth > MAX_DEPTH) {
      throw in.invalid("it nests too deep");
    }
    Object value;
    if (in.take("[")) {
      value = array();
    } else if (in.take("{")) {
      value = inlineTable();
    } else {
      value = TomlScalar.read(in);
    }
    depth--;
    return value;
  }

  private List<Object> array() {
    List<Object> elements = new ArrayList<>();
    in.skipBlankLines();
    while (!in.take("]")) {
      elements.add(value());
      in.skipBlankLines();
      if (!in.take(",")) {
        in.expect("]");
        break;
      }
      in.skipBlankLines();
    }
    return elements;
  }

  private TomlTable inlineTable() {
    TomlTable table = new TomlTable();
    in.skipSpace();
    if (!in.take("}")) {
      do {
        keyValue(table);
        in.skipSpace();
      } while (in.take(","));
      in.expect("}");
    }
    return table.define().close();
  }
}
