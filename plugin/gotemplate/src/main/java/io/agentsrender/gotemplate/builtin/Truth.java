package io.agentsrender.gotemplate.builtin;

import io.agentsrender.gotemplate.value.GoComplex;
import io.agentsrender.gotemplate.value.GoInt;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoNamed;
import io.agentsrender.gotemplate.value.GoNil;
import io.agentsrender.gotemplate.value.GoSlice;
import org.jspecify.annotations.Nullable;

/** What counts as true (text/template/exec.go, isTrue). */
public final class Truth {
  private Truth() {}

  /** Whether a value is not the zero of its type; empty maps, slices and strings are false. */
  public static boolean of(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Boolean b -> b;
      case String s -> !s.isEmpty();
      case GoMap map -> !map.isEmpty();
      case GoSlice slice -> !slice.isEmpty();
      case GoInt integer -> !integer.isZero();
      case Double d -> d != 0;
      case Float f -> f != 0;
      case GoNil _ -> false;
      case GoNamed named -> of(named.value());
      case GoComplex complex -> complex.real() != 0 || complex.imaginary() != 0;
      default -> true;
    };
  }
}
