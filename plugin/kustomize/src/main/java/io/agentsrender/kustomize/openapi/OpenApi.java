package io.agentsrender.kustomize.openapi;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.source.Content;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The API description in force during one build (kyaml/openapi/openapi.go). The built-in one is
 * read when it is first needed; a kustomization may name its own, and the outermost that does wins.
 * Which of the two are known then depends on what was asked before, as it does in kustomize.
 */
public final class OpenApi {
  private static final String BUILTIN_VERSION = "v1.21.2";
  private static final String CUSTOM = "custom";

  /** Later tables are asked first. */
  private final Deque<SchemaTable> tables = new ArrayDeque<>();

  private final Function<Content, SchemaTable> reader;
  private @Nullable Content custom;
  private String version = "";
  private boolean initialised;
  private boolean builtinWanted;
  private boolean builtinRead;

  public OpenApi() {
    this(CustomSchema::read);
  }

  OpenApi(Function<Content, SchemaTable> reader) {
    this.reader = reader;
  }

  /**
   * Takes a kustomization's {@code openapi} field.
   *
   * @param field its entries
   * @param schema the file that {@code path} names
   * @param outermost whether it is the kustomization being built; others count only if no other has
   *     set one
   */
  public void select(Map<String, String> field, @Nullable Content schema, boolean outermost) {
    boolean alreadySet = !version.isEmpty() || custom != null;
    if (alreadySet && !outermost) {
      return;
    }
    String wanted = field.get("version");
    if (schema != null) {
      if (wanted != null) {
        throw BuildFailure.of("builtin version and custom schema provided, cannot use both")
            .withAdvice("Remove openapi.version or openapi.path.");
      }
      custom = schema;
      version = CUSTOM;
      initialised = false;
      return;
    }
    version = wanted == null ? "" : wanted;
    if (version.isEmpty()) {
      return;
    }
    if (!version.equals(BUILTIN_VERSION)) {
      throw BuildFailure.of("the specified OpenAPI version is not built in")
          .withAdvice("Use " + BUILTIN_VERSION + ", or name a file in openapi.path.");
    }
    custom = null;
    initialised = false;
  }

  /** Whether the type is known to be bound to no namespace. */
  public boolean isClusterScoped(TypeName type) {
    Boolean precomputed = SchemaTable.builtin().namespaced().get(type);
    if (precomputed != null) {
      return !precomputed;
    }
    if (!initialised) {
      if (custom != null) {
        initialise();
      } else {
        builtinWanted |= !builtinRead;
      }
    }
    for (SchemaTable table : tables) {
      Boolean known = table.namespaced().get(type);
      if (known != null) {
        return !known;
      }
    }
    return false;
  }

  /** Whether the scope of a type is known without any schema (kyaml's precomputed table). */
  public boolean hasFixedScope(TypeName type) {
    return SchemaTable.builtin().namespaced().containsKey(type);
  }

  /** The description of a type; null where it is not known. */
  public @Nullable Schema ofType(TypeName type) {
    initialise();
    for (SchemaTable table : tables) {
      Schema known = table.types().get(type);
      if (known != null) {
        return resolved(known);
      }
    }
    return null;
  }

  /** The description of an object's field; null where nothing is known. */
  public @Nullable Schema field(Schema object, String name) {
    Schema field = object.fields().get(name);
    return resolved(field == null ? object.values() : field);
  }

  /** The description of a list's elements; null where nothing is known or it is no list. */
  public @Nullable Schema elements(Schema list) {
    return list.list() ? resolved(list.elements()) : null;
  }

  private @Nullable Schema resolved(@Nullable Schema schema) {
    Schema target = schema;
    for (int steps = 0; target != null && target.reference() != null; steps++) {
      target = steps > 100 ? null : definition(target.reference());
    }
    return target;
  }

  private @Nullable Schema definition(String name) {
    for (SchemaTable table : tables) {
      Schema known = table.definitions().get(name);
      if (known != null) {
        return known;
      }
    }
    return null;
  }

  private void initialise() {
    if (initialised) {
      return;
    }
    initialised = true;
    if (custom == null) {
      readBuiltin();
      return;
    }
    try {
      tables.addFirst(reader.apply(custom));
    } catch (BuildFailure failure) {
      throw failure.wrap("invalid schema file");
    }
    if (builtinWanted) {
      readBuiltin();
    }
  }

  private void readBuiltin() {
    tables.addFirst(SchemaTable.builtin());
    builtinRead = true;
    builtinWanted = false;
  }
}
