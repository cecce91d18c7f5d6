package io.agentsrender.gotemplate.value;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A Go slice: a window on an array that other slices may share, so that a change shows through all
 * of them. Elements are Go values, null for a nil interface.
 */
public final class GoSlice {
  private static final @Nullable Object[] NONE = new @Nullable Object[0];

  private final GoType type;
  private final int offset;
  private final int length;
  private final int capacity;
  private final boolean isNil;
  private @Nullable Object[] array;

  /** Whether the array belongs to a frozen slice, so that it must be copied before a change. */
  private boolean shared;

  private boolean frozen;

  private GoSlice(
      GoType type, @Nullable Object[] array, int offset, int length, int capacity, boolean isNil) {
    this.type = type;
    this.array = array;
    this.offset = offset;
    this.length = length;
    this.capacity = capacity;
    this.isNil = isNil;
  }

  /** A {@code []interface {}} of these values; the array is taken over. */
  public static GoSlice of(@Nullable Object... values) {
    return ofOwned(GoTypes.SLICE, values);
  }

  /** A slice of this slice type; the array is taken over. */
  public static GoSlice ofOwned(GoType type, @Nullable Object[] values) {
    return new GoSlice(type, values, 0, values.length, values.length, false);
  }

  /** A slice of this slice type with copies of these values. */
  public static GoSlice copyOf(GoType type, List<? extends @Nullable Object> values) {
    return ofOwned(type, values.toArray());
  }

  /** A {@code []string}. */
  public static GoSlice ofStrings(List<String> values) {
    return copyOf(GoTypes.STRINGS, values);
  }

  /** The {@code []uint8} of a byte string. */
  public static GoSlice ofByteString(String bytes) {
    @Nullable Object[] values = new @Nullable Object[bytes.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = GoInt.uint8((byte) bytes.charAt(i));
    }
    return ofOwned(GoTypes.BYTES, values);
  }

  /** The nil slice of a type: empty, and equal to nil. */
  public static GoSlice nil(GoType type) {
    return new GoSlice(type, NONE, 0, 0, 0, true);
  }

  public GoType type() {
    return type;
  }

  public boolean isNil() {
    return isNil;
  }

  public int length() {
    return length;
  }

  public boolean isEmpty() {
    return length == 0;
  }

  public int capacity() {
    return capacity;
  }

  /**
   * The element at an index.
   *
   * @throws GoError with the text of Go's panic where there is none
   */
  public @Nullable Object get(int index) {
    if (index < 0 || index >= length) {
      throw GoError.indexOutOfRange(index, length);
    }
    @Nullable Object value = array[offset + index];
    if (shared && GoMap.isContainer(value)) {
      own();
      value = GoMap.thawed(value);
      array[offset + index] = value;
    }
    return value;
  }

  /** Replaces the element at an index, for all slices of the same array. */
  public void set(int index, @Nullable Object value) {
    if (index < 0 || index >= length) {
      throw GoError.indexOutOfRange(index, length);
    }
    own();
    array[offset + index] = value;
  }

  private void own() {
    if (frozen) {
      throw new IllegalStateException("a frozen slice cannot change");
    }
    if (shared) {
      array = array.clone();
      shared = false;
      for (int i = offset; i < offset + length; i++) {
        array[i] = GoMap.thawed(array[i]);
      }
    }
  }

  /** {@code s[from:to]}; indexes are the caller's to check against the capacity. */
  public GoSlice slice(int from, int to) {
    return slice(from, to, capacity);
  }

  /** {@code s[from:to:max]}. */
  public GoSlice slice(int from, int to, int max) {
    Objects.checkFromToIndex(from, to, max);
    Objects.checkIndex(max, capacity + 1);
    if (shared) {
      own();
    }
    return new GoSlice(type, array, offset + from, to - from, max - from, isNil && max == 0);
  }

  /** The same slice seen as another type: changes show in both ({@code T(s)} in Go). */
  public GoSlice as(GoType other) {
    if (type.equals(other)) {
      return this;
    }
    if (shared) {
      own();
    }
    return new GoSlice(other, array, offset, length, capacity, isNil);
  }

  /** A slice with one more element, always in an array of its own. */
  public GoSlice append(@Nullable Object value) {
    @Nullable Object[] grown = Arrays.copyOf(toArray(), length + 1);
    grown[length] = value;
    return ofOwned(type, grown);
  }

  /** A copy of the elements. */
  public @Nullable Object[] toArray() {
    @Nullable Object[] copy = new @Nullable Object[length];
    for (int i = 0; i < length; i++) {
      copy[i] = get(i);
    }
    return copy;
  }

  /** The elements as a list that cannot be changed but shows changes of the slice. */
  public List<@Nullable Object> asList() {
    return new Elements(this);
  }

  /** The byte string of a {@code []uint8}. */
  public String toByteString() {
    StringBuilder bytes = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      bytes.append((char) ((GoInt) Objects.requireNonNull(get(i))).bits());
    }
    return bytes.toString();
  }

  /** Makes this slice and all it holds immutable, to be shared; see {@link #thaw()}. */
  public GoSlice freeze() {
    if (!frozen) {
      for (int i = 0; i < length; i++) {
        GoMap.freezeValue(array[offset + i]);
      }
      frozen = true;
    }
    return this;
  }

  /** A copy to be changed at will, made piece by piece as it is reached; needs a frozen slice. */
  public GoSlice thaw() {
    if (!frozen) {
      throw new IllegalStateException("only a frozen slice can be thawed");
    }
    GoSlice thawed = new GoSlice(type, array, offset, length, capacity, isNil);
    thawed.shared = true;
    return thawed;
  }

  boolean isFrozen() {
    return frozen;
  }

  /** Equal where type and elements are. Go has no such comparison; it serves tests and caches. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GoSlice that
        && type.equals(that.type)
        && isNil == that.isNil
        && asList().equals(that.asList());
  }

  @Override
  public int hashCode() {
    return asList().hashCode();
  }

  @Override
  public String toString() {
    return type + asList().toString();
  }

  private static final class Elements extends AbstractList<@Nullable Object>
      implements RandomAccess {
    private final GoSlice slice;

    Elements(GoSlice slice) {
      this.slice = slice;
    }

    @Override
    public @Nullable Object get(int index) {
      return slice.get(index);
    }

    @Override
    public int size() {
      return slice.length;
    }
  }
}
