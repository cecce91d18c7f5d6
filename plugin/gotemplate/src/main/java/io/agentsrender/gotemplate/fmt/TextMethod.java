package io.agentsrender.gotemplate.fmt;

import io.agentsrender.gotemplate.value.GoMethod;
import io.agentsrender.gotemplate.value.GoType;
import io.agentsrender.gotemplate.value.GoTypes;
import io.agentsrender.gotemplate.value.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Methods by which a value says what its text is: {@code Error}, {@code String}, {@code GoString}.
 */
public final class TextMethod {
  private TextMethod() {}

  /** The method of that name that a copy of such a value has; null without one. */
  public static @Nullable GoMethod of(GoType type, String name) {
    GoMethod method = ofAddressable(type, name);
    return method != null && method.onPointer() && type.kind() != Kind.POINTER ? null : method;
  }

  /** The same for a value in a place of its own, where methods of its pointer are seen too. */
  public static @Nullable GoMethod ofAddressable(GoType type, String name) {
    GoMethod method = type.method(name);
    return method != null
            && method.signature().parameters().isEmpty()
            && method.signature().result().equals(GoTypes.STRING)
        ? method
        : null;
  }
}
