package io.agentsrender.helm.decode;

import io.agentsrender.helm.decode.Target.Any;
import io.agentsrender.helm.decode.Target.Bool;
import io.agentsrender.helm.decode.Target.ListOf;
import io.agentsrender.helm.decode.Target.MapOf;
import io.agentsrender.helm.decode.Target.Struct;
import io.agentsrender.helm.decode.Target.Text;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.scalar.GoFloat;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads nodes into a struct as sigs.k8s.io/yaml and encoding/json do together: keys match whatever
 * their case, numbers and booleans become strings where a string is wanted, nulls change nothing.
 */
public final class StructReader {
  private final Deque<String> path = new ArrayDeque<>();
  private @Nullable Struct innermost;

  private StructReader() {}

  /**
   * Reads a document.
   *
   * @throws DecodeException where the document does not fit
   */
  public static Decoded read(Struct struct, Node node) throws DecodeException {
    Decoded decoded = new Decoded();
    readInto(decoded, struct, node);
    return decoded;
  }

  /**
   * Reads another document into the same struct: it replaces the fields that it has.
   *
   * @throws DecodeException where the document does not fit
   */
  public static void readInto(Decoded decoded, Struct struct, Node node) throws DecodeException {
    StructReader reader = new StructReader();
    if (node instanceof MapNode map) {
      reader.fields(decoded, struct, map);
    } else if (!isNull(node)) {
      throw reader.mismatch(struct, node);
    }
  }

  private void fields(Decoded decoded, Struct struct, MapNode map) throws DecodeException {
    Struct outer = innermost;
    for (MapNode.Entry entry : inKeyOrder(map)) {
      Struct.Field field = struct.field(entry.name());
      if (field != null) {
        path.addLast(field.name());
        innermost = struct;
        Object old = decoded.get(field.name());
        decoded.put(field.name(), value(field.target(), entry.value(), old));
        path.removeLast();
      }
    }
    innermost = outer;
  }

  /** The order in which Go writes the keys of the JSON that it then reads. */
  private static List<MapNode.Entry> inKeyOrder(MapNode map) {
    List<MapNode.Entry> entries = new ArrayList<>(map.entries());
    entries.sort(Comparator.comparing(MapNode.Entry::name));
    return entries;
  }

  private @Nullable Object value(Target target, Node node, @Nullable Object old)
      throws DecodeException {
    return switch (target) {
      case Any _ -> node;
      case Text _ -> node instanceof ScalarNode scalar ? text(scalar, old) : fail(target, node);
      case Bool _ -> bool(node, old);
      case ListOf(Target element) -> list(target, element, node);
      case MapOf(Target element) -> map(target, element, node);
      case Struct struct -> struct(struct, node, old);
    };
  }

  private static @Nullable Object text(ScalarNode scalar, @Nullable Object old) {
    Object value = scalar.value();
    return switch (value) {
      case null -> old;
      case Double number -> GoFloat.shortest32(number.floatValue());
      default -> value.toString();
    };
  }

  private @Nullable Object bool(Node node, @Nullable Object old) throws DecodeException {
    if (isNull(node)) {
      return old;
    }
    return node instanceof ScalarNode scalar && scalar.value() instanceof Boolean value
        ? value
        : fail(Target.BOOL, node);
  }

  private @Nullable Object list(Target target, Target element, Node node) throws DecodeException {
    if (isNull(node)) {
      return null;
    }
    if (!(node instanceof ListNode list)) {
      return fail(target, node);
    }
    List<@Nullable Object> items = new ArrayList<>(list.size());
    for (Node item : list.items()) {
      items.add(value(element, item, null));
    }
    return items;
  }

  private @Nullable Object map(Target target, Target element, Node node) throws DecodeException {
    if (isNull(node)) {
      return null;
    }
    if (!(node instanceof MapNode map)) {
      return fail(target, node);
    }
    Map<String, @Nullable Object> entries = new HashMap<>();
    for (MapNode.Entry entry : inKeyOrder(map)) {
      entries.put(entry.name(), value(element, entry.value(), null));
    }
    return entries;
  }

  private @Nullable Object struct(Struct struct, Node node, @Nullable Object old)
      throws DecodeException {
    if (isNull(node)) {
      return struct.pointer() ? null : old;
    }
    if (!(node instanceof MapNode map)) {
      return fail(struct, node);
    }
    Decoded decoded = old instanceof Decoded existing ? existing : new Decoded();
    fields(decoded, struct, map);
    return decoded;
  }

  private static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar && scalar.isNull();
  }

  private @Nullable Object fail(Target target, Node node) throws DecodeException {
    throw mismatch(target, node);
  }

  private DecodeException mismatch(Target target, Node node) {
    String place =
        innermost == null
            ? "value"
            : "struct field " + innermost.shortName() + "." + String.join(".", path);
    return new DecodeException(
        "json: cannot unmarshal "
            + jsonKind(node)
            + " into Go "
            + place
            + " of type "
            + target.goName(),
        node.position());
  }

  private static String jsonKind(Node node) {
    return switch (node) {
      case MapNode _ -> "object";
      case ListNode _ -> "array";
      case ScalarNode scalar ->
          switch (scalar.value()) {
            case Boolean _ -> "bool";
            case Number _ -> "number";
            case null, default -> "string";
          };
    };
  }
}
