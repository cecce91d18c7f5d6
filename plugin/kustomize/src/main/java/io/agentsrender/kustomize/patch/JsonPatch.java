package io.agentsrender.kustomize.patch;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.source.budget.Meter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON patch, with the library behaviour that kustomize has (evanphx/json-patch v4): {@code
 * replace} makes a missing field, indexes may count from the end.
 *
 * @param operations applied in order, all or none
 */
public record JsonPatch(List<Operation> operations) {

  /**
   * One step.
   *
   * @param from for {@code move} and {@code copy}
   * @param hasValue whether a value is given, null too
   */
  public record Operation(
      String op,
      @Nullable String path,
      @Nullable String from,
      boolean hasValue,
      @Nullable Object value) {}

  public boolean isEmpty() {
    return operations.isEmpty();
  }

  /**
   * The patched document; the given one is left as it is.
   *
   * @param document maps, lists and plain values
   * @throws BuildFailure where a step does not apply
   */
  public @Nullable Object apply(Map<String, @Nullable Object> document, Meter meter) {
    Object root = copy(document, meter);
    for (Operation operation : operations) {
      root = apply(operation, root, meter);
    }
    return root;
  }

  private static @Nullable Object apply(Operation operation, @Nullable Object root, Meter meter) {
    switch (operation.op()) {
      case "add" -> {
        Place place = place(operation, root, path(operation), "path: \"%s\"");
        wrapping(
            "error in add for path: '" + path(operation) + "'",
            () -> place.add(copy(operation.value(), meter)));
      }
      case "remove" -> {
        Place place = place(operation, root, path(operation), "path: \"%s\"");
        wrapping("error in remove for path: '" + path(operation) + "'", place::remove);
      }
      case "replace" -> {
        if (path(operation).isEmpty()) {
          return wholeDocument(operation, meter);
        }
        replace(place(operation, root, path(operation), "path: %s"), operation, meter);
      }
      case "test" -> test(operation, root);
      case "move", "copy" -> moveOrCopy(operation, root, meter);
      default -> throw BuildFailure.of("Unexpected kind: " + operation.op());
    }
    return root;
  }

  private static Object wholeDocument(Operation operation, Meter meter) {
    Object value = copy(operation.value(), meter);
    if (value instanceof Map || value instanceof List) {
      return value;
    }
    throw BuildFailure.of("replace operation value must be object or array");
  }

  private static void replace(Place place, Operation operation, Meter meter) {
    if (!place.isReadable()) {
      throw BuildFailure.of(
          "replace operation does not apply: doc is missing key: "
              + path(operation)
              + ": missing value");
    }
    place.set(copy(operation.value(), meter));
  }

  private static void test(Operation operation, @Nullable Object root) {
    String path = path(operation);
    Object actual;
    if (path.isEmpty()) {
      actual = root;
    } else {
      Place place = place(operation, root, path, "path: %s");
      actual = wrapped("error in test for path: '" + path + "'", place::get);
    }
    if (!JsonValues.isEqual(actual, operation.value())) {
      throw BuildFailure.of("testing value " + path + " failed: test failed");
    }
  }

  private static void moveOrCopy(Operation operation, @Nullable Object root, Meter meter) {
    boolean move = operation.op().equals("move");
    String from = operation.from();
    if (from == null) {
      throw BuildFailure.of(
          operation.op()
              + " operation failed to decode from: operation, missing from field: missing value");
    }
    Place source = place(operation, root, from, "from path: %s");
    String prefix =
        move
            ? "error in move for path: '" + source.key() + "'"
            : "error in copy for from: '" + from + "'";
    Object value = wrapped(prefix, source::get);
    if (move) {
      wrapping(prefix, source::remove);
    }
    String path = path(operation);
    Place destination = place(operation, root, path, "destination path: %s");
    wrapping(
        move ? "error in move for path: '" + path + "'" : "error while adding value during copy",
        () -> destination.add(move ? value : copy(value, meter)));
  }

  private static String path(Operation operation) {
    if (operation.path() == null) {
      throw BuildFailure.of(operation.op() + " operation failed to decode path: missing value");
    }
    return operation.path();
  }

  private static Place place(
      Operation operation, @Nullable Object root, String pointer, String missing) {
    Place place = Place.find(root, pointer);
    if (place == null) {
      throw BuildFailure.of(
          operation.op()
              + " operation does not apply: doc is missing "
              + missing.formatted(pointer)
              + ": missing value");
    }
    return place;
  }

  private static void wrapping(String prefix, Runnable work) {
    BuildFailure.wrapping(
        prefix,
        () -> {
          work.run();
          return null;
        });
  }

  private static <T extends @Nullable Object> T wrapped(
      String prefix, java.util.function.Supplier<T> work) {
    return BuildFailure.wrapping(prefix, work);
  }

  private static @Nullable Object copy(@Nullable Object value, Meter meter) {
    meter.step();
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> copy = LinkedHashMap.newLinkedHashMap(map.size());
        map.forEach((key, below) -> copy.put((String) key, copy(below, meter)));
        yield copy;
      }
      case List<?> list -> {
        List<@Nullable Object> copy = new ArrayList<>(list.size());
        list.forEach(below -> copy.add(copy(below, meter)));
        yield copy;
      }
      case null, default -> value;
    };
  }
}
