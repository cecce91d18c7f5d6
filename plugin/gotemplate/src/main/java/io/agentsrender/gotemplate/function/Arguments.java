package io.agentsrender.gotemplate.function;

import io.agentsrender.gotemplate.value.GoInt;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoSlice;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one call, already of the types that the signature declares. A nil of type {@code
 * interface {}} is null; nil maps and slices are objects of their own.
 */
public final class Arguments {
  private final FunctionContext context;
  private final @Nullable Object[] values;
  private final int fixed;

  Arguments(FunctionContext context, @Nullable Object[] values, int fixed) {
    this.context = context;
    this.values = values;
    this.fixed = fixed;
  }

  /** The execution that calls. */
  public FunctionContext context() {
    return context;
  }

  /** The number of arguments, those of a variadic parameter counted one by one. */
  public int size() {
    return values.length;
  }

  /** An argument of any type. */
  public @Nullable Object value(int index) {
    return values[index];
  }

  public String string(int index) {
    return (String) present(index);
  }

  public boolean bool(int index) {
    return (Boolean) present(index);
  }

  /** An argument of any integer type; unsigned ones as their bits. */
  public long integer(int index) {
    return ((GoInt) present(index)).bits();
  }

  public double float64(int index) {
    return (Double) present(index);
  }

  public GoMap map(int index) {
    return (GoMap) present(index);
  }

  public GoSlice slice(int index) {
    return (GoSlice) present(index);
  }

  /** The arguments of the variadic parameter. */
  public List<@Nullable Object> rest() {
    return new Rest(values, Math.min(fixed, values.length));
  }

  private Object present(int index) {
    return Objects.requireNonNull(values[index]);
  }

  /** The values from an index on. */
  private static final class Rest extends AbstractList<@Nullable Object> implements RandomAccess {
    private final @Nullable Object[] values;
    private final int from;

    Rest(@Nullable Object[] values, int from) {
      this.values = values;
      this.from = from;
    }

    @Override
    public @Nullable Object get(int index) {
      return values[from + Objects.checkIndex(index, size())];
    }

    @Override
    public int size() {
      return values.length - from;
    }
  }
}
