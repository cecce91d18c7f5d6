package io.agentsrender.yaml.write;

/**
 * How an emitter is set up.
 *
 * @param isV3 whether it is that of go-yaml v3
 * @param indent columns of one level
 * @param width column after which lines are folded
 * @param compactLists whether the dash of a list in a map counts as indentation; for version 3 only
 */
record Layout(boolean isV3, int indent, int width, boolean compactLists) {
  /** What go-yaml v2 does, where nothing can be set. */
  static final Layout V2 = new Layout(false, 2, 80, false);

  static Layout v3(int indent, boolean compactLists) {
    return new Layout(true, indent, Integer.MAX_VALUE, compactLists);
  }

  /** The indentation of what is inside of something indented so far. */
  int deeper(int current, boolean inListItem, boolean compact) {
    if (!isV3) {
      return current + indent;
    }
    if (inListItem) {
      return current + 2;
    }
    return indent * ((current + indent) / indent) - (compact ? 2 : 0);
  }
}
