package io.agentsrender.gotemplate.parse.node;

/**
 * The Go release whose text/template is followed, where releases differ. Every release of Helm was
 * built by one of them.
 */
public enum GoVersion {
  GO_1_22,
  GO_1_24,
  GO_1_25,
  GO_1_26;

  /** The newest one, which everything else is compared with. */
  public static final GoVersion LATEST = GO_1_26;

  /** Whether {@code range} takes integers. */
  public boolean rangesOverIntegers() {
    return since(GO_1_24);
  }

  /** Whether {@code else with} is one action. */
  public boolean hasElseWith() {
    return since(GO_1_24);
  }

  /** Whether lines inside comments count for the lines of parse errors. */
  public boolean countsLinesOfComments() {
    return since(GO_1_24);
  }

  /** Whether errors quote an assignment with {@code =} rather than with {@code :=}. */
  boolean quotesAssignments() {
    return since(GO_1_24);
  }

  /** Whether errors of {@code call} name the function called. */
  public boolean namesCalledFunctions() {
    return since(GO_1_24);
  }

  /** Whether errors of comparisons name the types compared. */
  public boolean namesComparedTypes() {
    return since(GO_1_25);
  }

  /** Whether {@code slice} follows pointers. */
  public boolean slicesThroughPointers() {
    return since(GO_1_26);
  }

  private boolean since(GoVersion version) {
    return compareTo(version) >= 0;
  }
}
