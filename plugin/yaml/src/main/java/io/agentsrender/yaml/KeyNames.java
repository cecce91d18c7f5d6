package io.agentsrender.yaml;

import io.agentsrender.yaml.scalar.GoFloat;
import org.jspecify.annotations.Nullable;

/** Keys of maps as sigs.k8s.io/yaml makes strings of them (yaml.go, convertToJSONableObject). */
final class KeyNames {
  private KeyNames() {}

  /**
   * A null and an unsigned integer have no name there; here they get one, the reader refuses them.
   */
  static String of(ScalarNode key) {
    if (key.dialect().isText(key.text()) && key.explicitTag().isEmpty()) {
      return key.text();
    }
    return key.isValid() ? of(key.value()) : key.text();
  }

  private static String of(@Nullable Object value) {
    if (value instanceof Double number) {
      return ofFloat(number);
    }
    return value == null ? "null" : value.toString();
  }

  /** sigs.k8s.io/yaml formats floats as float32. */
  private static String ofFloat(double number) {
    if (Double.isNaN(number)) {
      return ".nan";
    }
    float narrow = (float) number;
    if (Float.isInfinite(narrow)) {
      return narrow > 0 ? ".inf" : "-.inf";
    }
    return GoFloat.shortest32(narrow);
  }
}
