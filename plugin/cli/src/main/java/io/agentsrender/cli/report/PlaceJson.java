package io.agentsrender.cli.report;

import io.agentsrender.source.Position;
import java.util.LinkedHashMap;
import java.util.Map;

/** A position for machines: what is not known is left out. */
public final class PlaceJson {
  private PlaceJson() {}

  /** The keys {@code file}, {@code line} and {@code column}. */
  public static Map<String, Object> of(Position place) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("file", place.file());
    if (place.line() > 0) {
      fields.put("line", (long) place.line());
    }
    if (place.column() > 0) {
      fields.put("column", (long) place.column());
    }
    return fields;
  }
}
