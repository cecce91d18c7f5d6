package io.agentsrender.gotemplate.sprig.collection;

import io.agentsrender.gotemplate.semver.Version;
import io.agentsrender.gotemplate.sprig.table.Allowance;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoPointer;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.source.budget.Meter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Copies maps and lists down to their last element (the library copystructure). */
final class DeepCopy {
  private static final int MAX_DEPTH = 1000;

  private final Meter meter;
  private int depth;

  DeepCopy(Meter meter) {
    this.meter = meter;
  }

  Object of(Object value) {
    return switch (value) {
      case GoMap map -> map(map);
      case GoSlice slice -> slice(slice);
      case GoPointer pointer -> new GoPointer(Objects.requireNonNull(struct(pointer.target())));
      default -> struct(value);
    };
  }

  /** Fields that are not exported are lost, and a version has no others. */
  private static Object struct(Object value) {
    return value instanceof Version version
        ? new Version(0, 0, 0, "", "", "", version.rules())
        : value;
  }

  private GoMap map(GoMap map) {
    if (map.isNil()) {
      return map;
    }
    enter(map.size());
    GoMap copy = new GoMap(map.type());
    map.forEach((key, element) -> copy.put(key, element(element)));
    depth--;
    return copy;
  }

  private GoSlice slice(GoSlice slice) {
    if (slice.isNil()) {
      return slice;
    }
    enter(slice.length());
    @Nullable Object[] elements = slice.toArray();
    for (int i = 0; i < elements.length; i++) {
      elements[i] = element(elements[i]);
    }
    depth--;
    return GoSlice.ofOwned(slice.type(), elements);
  }

  private @Nullable Object element(@Nullable Object element) {
    return element == null ? null : of(element);
  }

  private void enter(int elements) {
    Allowance.list(meter, elements);
    if (++depth > MAX_DEPTH) {
      throw GoError.notSupported("values nested deeper than " + MAX_DEPTH + " levels");
    }
  }
}
