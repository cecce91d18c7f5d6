package io.agentsrender.yaml.scan;

import io.agentsrender.yaml.scan.text.Cursor;
import io.agentsrender.yaml.scan.text.Input;
import io.agentsrender.yaml.scan.text.Mark;
import io.agentsrender.yaml.scan.text.SyntaxFault;
import io.agentsrender.yaml.scan.token.Token;
import io.agentsrender.yaml.scan.token.TokenKind;
import io.agentsrender.yaml.scan.token.TokenQueue;
import java.util.Arrays;

/**
 * Cuts a stream into tokens, on demand: what stands behind the last token asked for, and the few
 * that must be known before it, is never looked at.
 *
 * <p>The behaviour is that of go-yaml's scannerc.go, which is libyaml's with changes. Where a
 * method seems odd, Go is.
 */
public final class Scanner {
  /** go-yaml v2 of v3: how far it looks ahead, and where tabs may stand before comments. */
  public enum Flavour {
    V2,
    V3
  }

  /** go-yaml's own limit for collections inside of each other. */
  private static final int MAX_DEPTH = 10_000;

  /** Tokens that go-yaml v3 wants to see behind the one it hands out. */
  private static final int LOOKAHEAD_OF_V3 = 2;

  private final Flavour flavour;
  private final Cursor cursor;
  private final PlainScalars plainScalars;
  private final QuotedScalars quotedScalars;
  private final BlockScalars blockScalars;
  private final Names names;
  private final Comments comments;
  private final TokenQueue tokens = new TokenQueue();
  private final SimpleKeys simpleKeys = new SimpleKeys();
  private int[] indents = new int[32];
  private int depth;
  private int indent = -1;
  private int flowLevel;
  private int taken;
  private boolean simpleKeyAllowed = true;
  private boolean endedLine;

  public Scanner(Input input, Flavour flavour) {
    this.flavour = flavour;
    this.cursor = new Cursor(input);
    this.plainScalars = new PlainScalars(cursor);
    this.quotedScalars = new QuotedScalars(cursor);
    this.blockScalars = new BlockScalars(cursor);
    this.names = new Names(cursor);
    this.comments = new Comments(cursor);
    cursor.isEnd(cursor.at);
    tokens.add(Token.of(TokenKind.STREAM_START, cursor.mark(), cursor.mark()));
  }

  /**
   * The next token, which stays the next one. After the last one come more {@code STREAM_END}.
   *
   * @throws SyntaxFault where there is none
   */
  public Token peek() {
    while (needsMore()) {
      fetch();
    }
    return tokens.first();
  }

  /** Takes the token that was peeked at. */
  public Token next() {
    Token token = peek();
    tokens.removeFirst();
    taken++;
    return token;
  }

  private boolean needsMore() {
    int wanted = flavour == Flavour.V3 ? 1 + LOOKAHEAD_OF_V3 : 1;
    if (tokens.size() < wanted) {
      return true;
    }
    int level = simpleKeys.levelOf(taken);
    return level != SimpleKeys.NO_LEVEL && simpleKeys.isValid(level, cursor.mark());
  }

  private void fetch() {
    skipToToken();
    unrollIndent(cursor.column());
    endedLine = false;
    fetchToken();
    if (flavour == Flavour.V3 && !endedLine && tokens.last().kind() != TokenKind.BLOCK_ENTRY) {
      comments.skipLineComment();
    }
  }

  private void fetchToken() {
    cursor.lookAhead();
    if (cursor.isEnd(cursor.at)) {
      fetchStreamEnd();
      return;
    }
    if (cursor.column() == 0 && fetchAtLineStart()) {
      return;
    }
    byte c = cursor.peek();
    switch (c) {
      case '[' -> fetchFlowStart(TokenKind.FLOW_SEQUENCE_START);
      case '{' -> fetchFlowStart(TokenKind.FLOW_MAPPING_START);
      case ']' -> fetchFlowEnd(TokenKind.FLOW_SEQUENCE_END);
      case '}' -> fetchFlowEnd(TokenKind.FLOW_MAPPING_END);
      case ',' -> fetchFlowEntry();
      case '*' -> fetchName(TokenKind.ALIAS);
      case '&' -> fetchName(TokenKind.ANCHOR);
      case '!' -> fetchName(TokenKind.TAG);
      case '\'', '"' -> fetchQuoted(c == '\'');
      case '-', '?', ':' -> fetchIndicatorOrPlain(c);
      case '|', '>' -> {
        if (flowLevel > 0) {
          throw noToken();
        }
        fetchBlockScalar(c == '|');
      }
      case '#', '%', '@', '`', ' ', '\t' -> throw noToken();
      default -> fetchPlain();
    }
  }

  private boolean fetchAtLineStart() {
    if (cursor.peek() == '%') {
      startDocumentToken();
      tokens.add(names.directive());
      endedLine = true;
      return true;
    }
    boolean begin = cursor.isDocumentMarker(cursor.at, '-');
    if (!begin && !cursor.isDocumentMarker(cursor.at, '.')) {
      return false;
    }
    startDocumentToken();
    long start = cursor.mark();
    cursor.skip(3);
    TokenKind kind = begin ? TokenKind.DOCUMENT_START : TokenKind.DOCUMENT_END;
    tokens.add(Token.of(kind, start, cursor.mark()));
    return true;
  }

  private void startDocumentToken() {
    unrollIndent(-1);
    simpleKeys.remove(cursor.mark());
    simpleKeyAllowed = false;
  }

  private void fetchIndicatorOrPlain(byte c) {
    boolean apart = cursor.isBlankOrEnd(cursor.at + 1);
    if (c == '-') {
      if (apart) {
        fetchBlockEntry();
      } else {
        fetchPlain();
      }
    } else if (!apart && flowLevel == 0) {
      fetchPlain();
    } else if (c == '?') {
      fetchKey();
    } else {
      fetchValue();
    }
  }

  private SyntaxFault noToken() {
    return SyntaxFault.scanner(
        "while scanning for the next token",
        cursor.mark(),
        "found character that cannot start any token",
        cursor.mark());
  }

  /** Goes over white space, comments and breaks. Tabs may not indent blocks. */
  private void skipToToken() {
    while (true) {
      if (cursor.isAtFirstByteOrderMark()) {
        cursor.skip();
      }
      boolean tabs = flowLevel > 0 || !simpleKeyAllowed;
      while (cursor.peek() == ' ' || tabs && cursor.peek() == '\t') {
        cursor.skip(1);
      }
      if (cursor.peek() == '#') {
        if (flavour == Flavour.V3) {
          comments.skipBlock();
        } else {
          cursor.skipToBreak();
        }
      }
      if (cursor.isEnd(cursor.at) || !cursor.isBreak(cursor.at)) {
        return;
      }
      cursor.skipBreak();
      if (flowLevel == 0) {
        simpleKeyAllowed = true;
      }
    }
  }

  private int nextTokenNumber() {
    return taken + tokens.size();
  }

  private void saveSimpleKey() {
    if (simpleKeyAllowed) {
      boolean required = flowLevel == 0 && indent == cursor.column();
      simpleKeys.save(required, nextTokenNumber(), cursor.mark(), cursor.mark());
    }
  }

  /** Opens a block collection where the column is right of the current one. */
  private void rollIndent(int column, int tokenNumber, TokenKind kind, long mark) {
    if (flowLevel > 0 || indent >= column) {
      return;
    }
    if (depth == indents.length) {
      indents = Arrays.copyOf(indents, depth * 2);
    }
    indents[depth++] = indent;
    indent = column;
    if (depth > MAX_DEPTH) {
      throw SyntaxFault.scanner(
          "while increasing indent level",
          simpleKeys.mark(simpleKeys.level()),
          "exceeded max depth of " + MAX_DEPTH,
          cursor.mark());
    }
    tokens.insert(tokenNumber < 0 ? -1 : tokenNumber - taken, Token.of(kind, mark, mark));
  }

  /** Closes the block collections that are right of the column. */
  private void unrollIndent(int column) {
    if (flowLevel > 0) {
      return;
    }
    while (indent > column) {
      tokens.add(Token.of(TokenKind.BLOCK_END, cursor.mark(), cursor.mark()));
      indent = indents[--depth];
    }
  }

  private void fetchStreamEnd() {
    cursor.forceNewLine();
    startDocumentToken();
    tokens.add(Token.of(TokenKind.STREAM_END, cursor.mark(), cursor.mark()));
  }

  private void addSign(TokenKind kind) {
    long start = cursor.mark();
    cursor.skip(1);
    tokens.add(Token.of(kind, start, cursor.mark()));
  }

  private void fetchFlowStart(TokenKind kind) {
    saveSimpleKey();
    simpleKeys.enterFlow(nextTokenNumber(), cursor.mark());
    flowLevel++;
    if (flowLevel > MAX_DEPTH) {
      throw SyntaxFault.scanner(
          "while increasing flow level",
          cursor.mark(),
          "exceeded max depth of " + MAX_DEPTH,
          cursor.mark());
    }
    simpleKeyAllowed = true;
    addSign(kind);
  }

  private void fetchFlowEnd(TokenKind kind) {
    simpleKeys.remove(cursor.mark());
    if (flowLevel > 0) {
      flowLevel--;
      simpleKeys.leaveFlow();
    }
    simpleKeyAllowed = false;
    addSign(kind);
  }

  private void fetchFlowEntry() {
    simpleKeys.remove(cursor.mark());
    simpleKeyAllowed = true;
    addSign(TokenKind.FLOW_ENTRY);
  }

  private void requireSimpleKeyAllowed(String reason) {
    if (!simpleKeyAllowed) {
      throw SyntaxFault.scanner(null, cursor.mark(), reason, cursor.mark());
    }
  }

  private void fetchBlockEntry() {
    if (flowLevel == 0) {
      requireSimpleKeyAllowed("block sequence entries are not allowed in this context");
      rollIndent(cursor.column(), -1, TokenKind.BLOCK_SEQUENCE_START, cursor.mark());
    }
    simpleKeys.remove(cursor.mark());
    simpleKeyAllowed = true;
    addSign(TokenKind.BLOCK_ENTRY);
  }

  private void fetchKey() {
    if (flowLevel == 0) {
      requireSimpleKeyAllowed("mapping keys are not allowed in this context");
      rollIndent(cursor.column(), -1, TokenKind.BLOCK_MAPPING_START, cursor.mark());
    }
    simpleKeys.remove(cursor.mark());
    simpleKeyAllowed = flowLevel == 0;
    addSign(TokenKind.KEY);
  }

  private void fetchValue() {
    int level = simpleKeys.level();
    if (simpleKeys.isValid(level, cursor.mark())) {
      int number = simpleKeys.number(level);
      long mark = simpleKeys.mark(level);
      tokens.insert(number - taken, Token.of(TokenKind.KEY, mark, mark));
      rollIndent(Mark.column(mark), number, TokenKind.BLOCK_MAPPING_START, mark);
      simpleKeys.forget(level);
      simpleKeyAllowed = false;
    } else {
      if (flowLevel == 0) {
        requireSimpleKeyAllowed("mapping values are not allowed in this context");
        rollIndent(cursor.column(), -1, TokenKind.BLOCK_MAPPING_START, cursor.mark());
      }
      simpleKeyAllowed = flowLevel == 0;
    }
    addSign(TokenKind.VALUE);
  }

  private void fetchName(TokenKind kind) {
    saveSimpleKey();
    simpleKeyAllowed = false;
    tokens.add(kind == TokenKind.TAG ? names.tag() : names.anchor(kind));
  }

  private void fetchBlockScalar(boolean literal) {
    simpleKeys.remove(cursor.mark());
    simpleKeyAllowed = true;
    tokens.add(blockScalars.scan(literal, indent));
    endedLine = true;
  }

  private void fetchQuoted(boolean single) {
    saveSimpleKey();
    simpleKeyAllowed = false;
    tokens.add(quotedScalars.scan(single));
  }

  private void fetchPlain() {
    saveSimpleKey();
    simpleKeyAllowed = false;
    tokens.add(plainScalars.scan(indent + 1, flowLevel > 0));
    if (plainScalars.endedOnNewLine()) {
      simpleKeyAllowed = true;
      endedLine = true;
    }
  }
}
