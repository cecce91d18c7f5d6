package io.agentsrender.helm.decode;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Go type that a piece of YAML is read into. */
public sealed interface Target {
  /** {@code string}: takes numbers and booleans too. */
  Target TEXT = new Text();

  /** {@code bool}. */
  Target BOOL = new Bool();

  /** {@code interface {}}: takes anything, as a node. */
  Target ANY = new Any();

  /** As Go prints the type. */
  String goName();

  record Text() implements Target {
    @Override
    public String goName() {
      return "string";
    }
  }

  record Bool() implements Target {
    @Override
    public String goName() {
      return "bool";
    }
  }

  record Any() implements Target {
    @Override
    public String goName() {
      return "interface {}";
    }
  }

  /** A slice. */
  record ListOf(Target element) implements Target {
    @Override
    public String goName() {
      return "[]" + element.goName();
    }
  }

  /** A map with string keys. */
  record MapOf(Target element) implements Target {
    @Override
    public String goName() {
      return "map[string]" + element.goName();
    }
  }

  /**
   * A struct, or a pointer to one.
   *
   * @param goName as Go prints the type
   * @param shortName the name without package; empty for a struct without name
   */
  record Struct(String goName, String shortName, boolean pointer, List<Field> fields)
      implements Target {

    /** A field by its name in JSON. */
    public record Field(String name, Target target) {}

    public Struct {
      fields = List.copyOf(fields);
    }

    /**
     * The field that Go's decoder chooses for a key: the one of that name, else the first one that
     * differs in case only.
     */
    public @Nullable Field field(String key) {
      Field folded = null;
      for (Field field : fields) {
        if (field.name.equals(key)) {
          return field;
        }
        if (folded == null && field.name.equalsIgnoreCase(key)) {
          folded = field;
        }
      }
      return folded;
    }
  }
}
