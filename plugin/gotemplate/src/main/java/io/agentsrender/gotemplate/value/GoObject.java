package io.agentsrender.gotemplate.value;

/**
 * A Go value whose fields and methods are described by its type: a struct such as {@code
 * time.Time}, a pointer, a function.
 */
public interface GoObject {
  GoType type();
}
