package io.agentsrender.gotemplate.sprig.table;

import io.agentsrender.gotemplate.fmt.GoFormat;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.gotemplate.value.GoTypes;
import io.agentsrender.source.budget.Meter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What many functions do with values of any type. */
public final class Values {
  private Values() {}

  /** A value as text (sprig/strings.go, strval): bytes are text, too. */
  public static String text(Meter meter, @Nullable Object value) {
    if (value instanceof String s) {
      return s;
    }
    if (value instanceof GoSlice slice && slice.type().equals(GoTypes.BYTES)) {
      return slice.toByteString();
    }
    return GoFormat.text(meter, value);
  }

  /** The texts of a list's elements without nils, or of the one value (sprig, strslice). */
  public static List<String> texts(Meter meter, @Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof GoSlice slice)) {
      return List.of(text(meter, value));
    }
    meter.step(slice.length());
    List<String> texts = new ArrayList<>(slice.length());
    for (Object element : slice.asList()) {
      if (element != null) {
        texts.add(text(meter, element));
      }
    }
    return texts;
  }

  /** The kind of a value's type ({@code reflect.Kind}); that of nil is {@code invalid}. */
  public static String kind(@Nullable Object value) {
    return value == null ? "invalid" : GoTypes.kindOf(value).goName();
  }

  /** The panic of asking nil for its type. */
  public static GoError nilType() {
    return new GoError("runtime error: invalid memory address or nil pointer dereference");
  }
}
