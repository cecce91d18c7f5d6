package io.agentsrender.kustomize.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Definitions and types of one OpenAPI document.
 *
 * @param definitions by name
 * @param types the definition's name by type
 * @param namespaced whether a type is bound to a namespace, where known
 */
record SchemaTable(
    Map<String, Schema> definitions,
    Map<TypeName, Schema> types,
    Map<TypeName, Boolean> namespaced) {

  private static final String RESOURCE = "kubernetes-1.21.2.txt";

  /** The Kubernetes API 1.21.2, the only version kustomize carries. */
  static SchemaTable builtin() {
    return Builtin.TABLE;
  }

  private static final class Builtin {
    static final SchemaTable TABLE = read();

    private static SchemaTable read() {
      Reader reader = new Reader();
      try (InputStream in = SchemaTable.class.getResourceAsStream(RESOURCE)) {
        if (in == null) {
          throw new IllegalStateException(RESOURCE + " is not beside " + SchemaTable.class);
        }
        new BufferedReader(new InputStreamReader(in, UTF_8)).lines().forEach(reader::line);
      } catch (IOException e) {
        throw new UncheckedIOException("reading " + RESOURCE, e);
      }
      return reader.table();
    }
  }

  /** Reads the generated table; its head describes the lines. */
  private static final class Reader {
    private final Map<String, Schema> definitions = new HashMap<>();
    private final Map<TypeName, Schema> types = new HashMap<>();
    private final Map<TypeName, Boolean> namespaced = new HashMap<>();
    private Map<String, Schema> fields = new LinkedHashMap<>();

    void line(String line) {
      String[] words = line.split(" ", -1);
      switch (words[0]) {
        case "scope" ->
            namespaced.put(new TypeName(words[2], words[3]), words[1].equals("namespaced"));
        case "type" -> types.put(new TypeName(words[1], words[2]), target(words[3]));
        case "definition" -> {
          fields = new LinkedHashMap<>();
          definitions.put(words[1], Schema.object(fields));
        }
        case "field" -> fields.put(words[1], field(words));
        default -> {
          if (!line.startsWith("#")) {
            throw new IllegalStateException(RESOURCE + ": unknown line: " + line);
          }
        }
      }
    }

    private static Schema field(String[] words) {
      Schema target = target(words[3]);
      return switch (words[2]) {
        case "list" ->
            Schema.listOf(
                target,
                words.length > 4 ? words[4] : null,
                words.length > 5 ? words[5] : null,
                words.length > 6 ? List.of(words[6].split(",", -1)) : null);
        case "map" -> Schema.mapOf(target);
        default -> target;
      };
    }

    private static Schema target(String name) {
      return name.equals("*") || name.equals("-") ? Schema.OPAQUE : Schema.referenceTo(name);
    }

    SchemaTable table() {
      return new SchemaTable(definitions, types, namespaced);
    }
  }
}
