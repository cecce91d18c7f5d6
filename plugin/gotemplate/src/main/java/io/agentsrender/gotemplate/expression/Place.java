package io.agentsrender.gotemplate.expression;

import io.agentsrender.gotemplate.value.GoType;

/** Where a value stands, as far as it shows: in what errors call its type, and in its methods. */
public enum Place {
  /** By itself: a result, or a copy. */
  VALUE,
  /** In a map, slice or field of interfaces. */
  INTERFACE,
  /** In a field behind a pointer or in a slice, where it has the methods of its pointer too. */
  ADDRESSABLE;

  /** The place of an element in a container of that element type. */
  public static Place element(GoType elem, boolean addressable) {
    if (elem.isEmptyInterface()) {
      return INTERFACE;
    }
    return addressable ? ADDRESSABLE : VALUE;
  }
}
