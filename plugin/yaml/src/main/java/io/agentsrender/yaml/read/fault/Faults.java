package io.agentsrender.yaml.read.fault;

import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.scalar.CoreTag;
import io.agentsrender.yaml.scalar.GoQuote;
import io.agentsrender.yaml.scalar.Resolved;
import io.agentsrender.yaml.scalar.ScalarResolver;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The faults of a document's values. Go stops at the first one of its decoder; only a document
 * without any goes on to JSON, where the next kind can be found.
 */
public final class Faults {
  public static final String MERGE = "map merge requires map or sequence of maps as the value";

  private final boolean strict;
  private final List<String> duplicates = new ArrayList<>();
  private long firstDuplicate;
  private @Nullable DecodeFault decode;
  private @Nullable DecodeFault json;

  public Faults(boolean strict) {
    this.strict = strict;
  }

  public boolean isStrict() {
    return strict;
  }

  /** A fault of go-yaml's decoder. */
  public void decode(String reason, long mark) {
    decode(reason, reason, mark);
  }

  /** A fault that kyaml finds when it resolves aliases and merge keys. */
  public void kyaml(String reason, long mark) {
    if (decode == null) {
      decode = DecodeFault.json(reason, reason, mark);
    }
  }

  private void decode(String reason, String plainReason, long mark) {
    if (decode == null) {
      decode = DecodeFault.yaml(reason, plainReason, mark);
    }
  }

  private void json(String reason, long mark) {
    if (json == null) {
      json = DecodeFault.json(reason, reason, mark);
    }
  }

  /** Whether the scalar has a value, and JSON has such values. */
  public void checkScalar(ScalarNode node, long mark, boolean isKey) {
    String text = node.text();
    String tag = node.explicitTag().orElse(null);
    if (tag == null) {
      char first = text.isEmpty() ? 0 : text.charAt(0);
      boolean mayBeSpecial = first == '.' || first == '+' || first == '-';
      if (mayBeSpecial && !isKey && node.value() instanceof Double number) {
        checkNumber(number, mark);
      }
      return;
    }
    Resolved resolved = node.dialect().resolve(text, node.style(), tag);
    if (resolved == null) {
      String guess = ScalarResolver.V2.guess(text).shortForm();
      decode(
          "cannot decode " + guess + " `" + text + "` as a " + tag,
          "cannot decode a " + guess + " as a " + tag,
          mark);
    } else if (resolved.tag() == CoreTag.BINARY && !node.isValid()) {
      decode("!!binary value contains invalid base64 data", mark);
    } else if (!isKey && resolved.value() instanceof Double number) {
      checkNumber(number, mark);
    }
  }

  private void checkNumber(Double number, long mark) {
    if (number.isNaN() || number.isInfinite()) {
      String name = number.isNaN() ? "NaN" : number > 0 ? "+Inf" : "-Inf";
      json("json: unsupported value: " + name, mark);
    }
  }

  /** Whether the key is a scalar that JSON can have as a key. */
  public void checkKey(Node key, long mark) {
    checkKeyIsScalar(key, mark);
    if (!(key instanceof ScalarNode scalar) || !scalar.isValid()) {
      return;
    }
    if (scalar.dialect().isText(scalar.text()) && scalar.explicitTag().isEmpty()) {
      return;
    }
    Object value = scalar.value();
    if (value == null) {
      json("unsupported map key of type: %!s(<nil>), key: <nil>", mark);
    } else if (value instanceof BigInteger) {
      json("unsupported map key of type: uint64, key: " + value, mark);
    }
  }

  public void checkKeyIsScalar(Node key, long mark) {
    if (!(key instanceof ScalarNode)) {
      String go = key instanceof MapNode ? "map[interface {}]interface {}" : "[]interface {}";
      decode("invalid map key: " + go, mark);
    }
  }

  /** Two equal keys, which strict readers refuse. Keys of different types are not equal. */
  public void duplicate(ScalarNode first, ScalarNode second, int line) {
    boolean valid = first.isValid() && second.isValid();
    if (!strict || !valid || !Objects.equals(first.value(), second.value())) {
      return;
    }
    if (duplicates.isEmpty()) {
      firstDuplicate = (long) (second.line() - 1) << 32 | (second.column() - 1);
    }
    duplicates.add(
        "line " + line + ": key " + GoQuote.value(second.value()) + " already set in map");
  }

  /**
   * Raises the first fault and forgets all.
   *
   * @throws DecodeFault where there is one
   */
  public void raise() {
    DecodeFault fault = decode;
    if (fault == null && !duplicates.isEmpty()) {
      String all = "unmarshal errors:\n  " + String.join("\n  ", duplicates);
      fault = DecodeFault.yaml(all, all, firstDuplicate);
    }
    if (fault == null) {
      fault = json;
    }
    decode = null;
    json = null;
    duplicates.clear();
    if (fault != null) {
      throw fault;
    }
  }
}
