package io.agentsrender.kustomize.patch;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.node.path.Integers;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Where a JSON pointer ends: a container that exists, and a key in it that need not.
 *
 * @param container a map or a list
 */
record Place(Object container, String key) {

  /** Null where the way to the container is missing. */
  static @Nullable Place find(@Nullable Object root, String pointer) {
    String[] parts = pointer.split("/", -1);
    if (parts.length < 2) {
      return null;
    }
    Place place = of(root, parts[1]);
    for (int i = 2; i < parts.length && place != null; i++) {
      place = of(place.isReadable() ? place.get() : null, parts[i]);
    }
    return place;
  }

  private static @Nullable Place of(@Nullable Object container, String part) {
    return container instanceof Map || container instanceof List
        ? new Place(container, unescape(part))
        : null;
  }

  private static String unescape(String part) {
    if (part.indexOf('~') < 0) {
      return part;
    }
    StringBuilder text = new StringBuilder(part.length());
    for (int i = 0; i < part.length(); i++) {
      if (part.startsWith("~1", i)) {
        text.append('/');
        i++;
      } else if (part.startsWith("~0", i)) {
        text.append('~');
        i++;
      } else {
        text.append(part.charAt(i));
      }
    }
    return text.toString();
  }

  @SuppressWarnings("unchecked")
  private @Nullable Map<String, @Nullable Object> map() {
    return container instanceof Map ? (Map<String, @Nullable Object>) container : null;
  }

  @SuppressWarnings("unchecked")
  private List<@Nullable Object> list() {
    return (List<@Nullable Object>) container;
  }

  /** Whether {@link #get()} gives something; a missing field counts as null. */
  boolean isReadable() {
    if (map() != null) {
      return true;
    }
    OptionalInt index = Integers.parse(key);
    return index.isPresent() && isWithin(index.getAsInt(), list().size());
  }

  private static boolean isWithin(int index, int size) {
    return index < size && index >= -size;
  }

  @Nullable Object get() {
    Map<String, @Nullable Object> map = map();
    return map != null ? map.get(key) : list().get(index(list().size()));
  }

  void set(@Nullable Object value) {
    Map<String, @Nullable Object> map = map();
    if (map != null) {
      map.put(key, value);
    } else {
      list().set(index(list().size()), value);
    }
  }

  void add(@Nullable Object value) {
    Map<String, @Nullable Object> map = map();
    if (map != null) {
      map.put(key, value);
    } else if (key.equals("-")) {
      list().add(value);
    } else {
      list().add(index(list().size() + 1), value);
    }
  }

  void remove() {
    Map<String, @Nullable Object> map = map();
    if (map == null) {
      list().remove(index(list().size()));
      return;
    }
    if (!map.containsKey(key)) {
      throw BuildFailure.of("Unable to remove nonexistent key: " + key + ": missing value");
    }
    map.remove(key);
  }

  private int index(int size) {
    OptionalInt index = Integers.parse(key);
    if (index.isEmpty()) {
      throw BuildFailure.of(
          "value was not a proper array index: '"
              + key
              + "': strconv.Atoi: parsing \""
              + key
              + "\": invalid syntax");
    }
    if (!isWithin(index.getAsInt(), size)) {
      throw BuildFailure.of(
          "Unable to access invalid index: " + index.getAsInt() + ": invalid index referenced");
    }
    return index.getAsInt() < 0 ? index.getAsInt() + size : index.getAsInt();
  }
}
