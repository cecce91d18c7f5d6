package io.agentsrender.helm.engine.object;

import io.agentsrender.gotemplate.value.GoField;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoObject;
import io.agentsrender.gotemplate.value.GoPointer;
import io.agentsrender.gotemplate.value.GoSlice;
import org.jspecify.annotations.Nullable;

/** A struct as a map by field names, in Helm 4's way (chart/common.go, structToMap). */
final class StructMap {
  private StructMap() {}

  static GoMap of(GoObject struct) {
    GoMap map = new GoMap();
    for (GoField field : struct.type().fields()) {
      map.put(field.name(), value(field.of(struct)));
    }
    return map;
  }

  private static @Nullable Object value(@Nullable Object value) {
    return switch (value) {
      case GoPointer(GoObject struct) -> of(struct);
      case GoSlice slice -> GoSlice.of(slice.asList().stream().map(StructMap::value).toArray());
      case null, default -> value;
    };
  }
}
