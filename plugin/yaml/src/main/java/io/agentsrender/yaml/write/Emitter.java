package io.agentsrender.yaml.write;

import io.agentsrender.yaml.ScalarStyle;
import io.agentsrender.yaml.scalar.CoreTag;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lays out nodes as go-yaml's emitter does (emitterc.go). The writers walk their values and call
 * it; a node's {@link Place} says what it is part of.
 */
final class Emitter {
  /** Where a node stands. */
  enum Place {
    ROOT,
    BLOCK_ITEM,
    FLOW_ITEM,
    /** A key that needs no question mark. */
    SIMPLE_KEY,
    KEY,
    VALUE;

    boolean inMapping() {
      return this == SIMPLE_KEY || this == KEY || this == VALUE;
    }
  }

  private static final int MAX_SIMPLE_KEY = 128;

  private final Layout layout;
  private final StringBuilder out;
  private final ScalarWriter scalars;
  private int[] indents = new int[32];
  private int depth;
  private int indent = -1;
  private int flowLevel;
  private int column;
  private boolean whitespace = true;
  private boolean indention = true;

  Emitter(Layout layout, StringBuilder out) {
    this.layout = layout;
    this.out = out;
    this.scalars = new ScalarWriter(this, layout);
  }

  int column() {
    return column;
  }

  boolean inFlow() {
    return flowLevel > 0;
  }

  /** Ends the document. */
  void end() {
    writeIndent();
  }

  // What nodes are made of

  void put(char c) {
    out.append(c);
    column++;
  }

  /** Writes a character that takes one column; surrogates never get here. */
  void write(char c) {
    out.append(c);
    column++;
  }

  /** Writes characters that take one column each. */
  void write(String text, int from, int to) {
    out.append(text, from, to);
    column += to - from;
  }

  void putBreak() {
    out.append('\n');
    column = 0;
    if (layout.isV3()) {
      indention = true;
    }
  }

  void writeBreak(char c) {
    if (c == '\n') {
      putBreak();
    } else {
      out.append(c);
      column = 0;
      if (layout.isV3()) {
        indention = true;
      }
    }
  }

  void markIndention(boolean indention) {
    this.indention = indention;
  }

  void markWhitespace(boolean whitespace) {
    this.whitespace = whitespace;
  }

  boolean whitespace() {
    return whitespace;
  }

  void writeIndent() {
    int target = Math.max(indent, 0);
    if (!indention || column > target || column == target && !whitespace) {
      putBreak();
    }
    if (column < target) {
      out.repeat(' ', target - column);
      column = target;
    }
    whitespace = true;
    if (!layout.isV3()) {
      indention = true;
    }
  }

  void writeIndicator(
      String indicator, boolean needsWhitespace, boolean isWhitespace, boolean isIndention) {
    if (needsWhitespace && !whitespace) {
      put(' ');
    }
    out.append(indicator);
    column += indicator.length();
    whitespace = isWhitespace;
    indention = indention && isIndention;
  }

  private void increaseIndent(boolean flow, boolean indentless, Place place, boolean compact) {
    if (depth == indents.length) {
      indents = Arrays.copyOf(indents, 2 * depth);
    }
    indents[depth++] = indent;
    if (indent < 0) {
      indent = flow ? layout.indent() : 0;
    } else if (!indentless) {
      indent = layout.deeper(indent, place == Place.BLOCK_ITEM, compact);
    }
  }

  private void decreaseIndent() {
    indent = indents[--depth];
  }

  // Collections

  void startBlockList(Place place) {
    boolean compact = layout.compactLists() && place.inMapping() && (column == 0 || !indention);
    boolean indentless = !layout.isV3() && place.inMapping() && !indention;
    increaseIndent(false, indentless, place, compact);
  }

  void startBlockItem() {
    writeIndent();
    writeIndicator("-", true, false, true);
  }

  void endBlock() {
    decreaseIndent();
  }

  void startBlockMap(Place place) {
    increaseIndent(false, false, place, false);
  }

  /** Gives the place of the key, which comes next. */
  Place startBlockKey(boolean simple) {
    writeIndent();
    if (simple) {
      return Place.SIMPLE_KEY;
    }
    writeIndicator("?", true, false, true);
    return Place.KEY;
  }

  void startBlockValue(boolean simple) {
    if (simple) {
      writeIndicator(":", false, false, false);
    } else {
      writeIndent();
      writeIndicator(":", true, false, true);
    }
  }

  void startFlow(char bracket, Place place) {
    writeIndicator(String.valueOf(bracket), true, true, false);
    increaseIndent(true, false, place, false);
    flowLevel++;
  }

  void endFlow(char bracket) {
    flowLevel--;
    decreaseIndent();
    if (layout.isV3() && column == 0) {
      writeIndent();
    }
    writeIndicator(String.valueOf(bracket), false, false, false);
  }

  void startFlowItem(boolean first) {
    if (!first) {
      writeIndicator(",", false, false, false);
    }
    if (layout.isV3() && column == 0 || column > layout.width()) {
      writeIndent();
    }
  }

  Place startFlowKey(boolean first, boolean simple) {
    startFlowItem(first);
    if (simple) {
      return Place.SIMPLE_KEY;
    }
    writeIndicator("?", true, false, false);
    return Place.KEY;
  }

  void startFlowValue(boolean simple) {
    if (simple) {
      writeIndicator(":", false, false, false);
    } else {
      if (column > layout.width()) {
        writeIndent();
      }
      writeIndicator(":", true, false, false);
    }
  }

  // Scalars

  /** Whether a key with this text needs no question mark. */
  boolean isSimpleKey(String text, @Nullable String tag) {
    return isSimpleKey(text, tag, layout.isV3());
  }

  static boolean isSimpleKey(String text, @Nullable String tag, boolean isV3) {
    ScalarAnalysis analysis = ScalarAnalysis.of(text, !isV3);
    int length = Characters.bytes(text) + (tag == null ? 0 : tag.length());
    return !analysis.multiline() && length <= MAX_SIMPLE_KEY;
  }

  /**
   * Writes a scalar in the wanted style or the nearest one that can hold it.
   *
   * @param tag in short form, or null
   */
  void scalar(String text, ScalarStyle wanted, @Nullable String tag, Place place) {
    ScalarAnalysis analysis = ScalarAnalysis.of(text, !layout.isV3());
    ScalarStyle style = select(text, wanted, analysis, place);
    if (tag != null) {
      writeTag(tag);
    }
    increaseIndent(true, false, place, false);
    boolean allowBreaks = place != Place.SIMPLE_KEY;
    switch (style) {
      case PLAIN -> scalars.plain(text, allowBreaks);
      case SINGLE_QUOTED -> scalars.singleQuoted(text, allowBreaks);
      case DOUBLE_QUOTED -> scalars.doubleQuoted(text, allowBreaks);
      case LITERAL -> scalars.literal(text);
      case FOLDED -> scalars.folded(text);
    }
    decreaseIndent();
  }

  private ScalarStyle select(
      String text, ScalarStyle wanted, ScalarAnalysis analysis, Place place) {
    boolean simpleKey = place == Place.SIMPLE_KEY;
    ScalarStyle style = simpleKey && analysis.multiline() ? ScalarStyle.DOUBLE_QUOTED : wanted;
    if (style == ScalarStyle.PLAIN) {
      boolean allowed = inFlow() ? analysis.flowPlainAllowed() : analysis.blockPlainAllowed();
      if (!allowed || text.isEmpty() && (inFlow() || simpleKey)) {
        style = ScalarStyle.SINGLE_QUOTED;
      }
    }
    if (style == ScalarStyle.SINGLE_QUOTED && !analysis.singleQuotedAllowed()) {
      style = ScalarStyle.DOUBLE_QUOTED;
    }
    boolean block = style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
    if (block && (!analysis.blockAllowed() || inFlow() || simpleKey)) {
      style = ScalarStyle.DOUBLE_QUOTED;
    }
    return style;
  }

  /**
   * Writes a tag in front of a node; core tags and tags of the user's own keep their short form.
   */
  void writeTag(String tag) {
    boolean isShort = tag.startsWith("!");
    String shown = CoreTag.shorten(tag);
    if (isShort || shown.startsWith("!!")) {
      if (!whitespace) {
        put(' ');
      }
      out.append(shown);
      column += shown.length();
    } else {
      writeIndicator("!<", true, false, false);
      out.append(tag);
      column += tag.length();
      writeIndicator(">", false, false, false);
    }
    whitespace = false;
    indention = false;
  }
}
