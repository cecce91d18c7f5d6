package io.agentsrender.yaml.json;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** The fields of a Go struct: written to JSON in this order, while the keys of maps are sorted. */
public final class StructFields extends LinkedHashMap<String, @Nullable Object> {
  private static final long serialVersionUID = 1L;
}
