package io.agentsrender.fetch;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first asked for. */
final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private @Nullable T value;

  Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  /** Makes it now, unless it was made before. */
  void make() {
    Objects.requireNonNull(get());
  }

  /** The value, where it has been made. */
  synchronized Optional<T> made() {
    return Optional.ofNullable(value);
  }

  @Override
  public synchronized T get() {
    T made = value;
    if (made == null) {
      made = maker.get();
      value = made;
    }
    return made;
  }
}
