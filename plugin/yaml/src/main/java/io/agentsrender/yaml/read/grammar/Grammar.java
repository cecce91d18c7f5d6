package io.agentsrender.yaml.read.grammar;

import io.agentsrender.yaml.read.fault.LimitFault;
import io.agentsrender.yaml.scan.Scanner;
import io.agentsrender.yaml.scan.text.SyntaxFault;
import io.agentsrender.yaml.scan.token.Token;
import io.agentsrender.yaml.scan.token.TokenKind;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of YAML as go-yaml has it (parserc.go), by recursive descent. Tokens are looked at in
 * the same order as there, so that the first of two faults is the same one.
 */
public final class Grammar {
  private final Scanner scanner;
  private final Events events;
  private final int maxDepth;
  private final TagDirectives directives = new TagDirectives();
  private int depth;
  private boolean started;

  public Grammar(Scanner scanner, Events events, int maxDepth) {
    this.scanner = scanner;
    this.events = events;
    this.maxDepth = maxDepth;
  }

  /**
   * Passes on the content of the next document.
   *
   * @return false where there is no further one
   */
  public boolean document() {
    boolean first = !started;
    if (first) {
      started = true;
      scanner.next();
    }
    Token token = scanner.peek();
    while (!first && token.kind() == TokenKind.DOCUMENT_END) {
      scanner.next();
      token = scanner.peek();
    }
    if (token.kind() == TokenKind.STREAM_END) {
      return false;
    }
    directives.read(scanner);
    if (first && !startsDocument(token.kind())) {
      block(false);
    } else {
      token = scanner.peek();
      if (token.kind() != TokenKind.DOCUMENT_START) {
        throw SyntaxFault.parser("did not find expected <document start>", token.start());
      }
      scanner.next();
      explicitContent();
    }
    if (scanner.peek().kind() == TokenKind.DOCUMENT_END) {
      scanner.next();
    }
    return true;
  }

  private static boolean startsDocument(TokenKind kind) {
    return switch (kind) {
      case VERSION_DIRECTIVE, TAG_DIRECTIVE, DOCUMENT_START -> true;
      default -> false;
    };
  }

  private void explicitContent() {
    Token token = scanner.peek();
    switch (token.kind()) {
      case VERSION_DIRECTIVE, TAG_DIRECTIVE, DOCUMENT_START, DOCUMENT_END, STREAM_END ->
          empty(token.start());
      default -> block(false);
    }
  }

  private void empty(long mark) {
    events.scalar(null, "", null, mark);
  }

  private void block(boolean indentlessList) {
    node(true, indentlessList);
  }

  private void flow() {
    node(false, false);
  }

  private void node(boolean block, boolean indentlessList) {
    Token token = scanner.peek();
    if (token.kind() == TokenKind.ALIAS) {
      scanner.next();
      events.alias(token.text(), token.start());
      return;
    }
    long start = token.start();
    Token anchorToken = null;
    Token tagToken = null;
    for (int i = 0; i < 2; i++) {
      if (token.kind() == TokenKind.ANCHOR && anchorToken == null) {
        anchorToken = token;
      } else if (token.kind() == TokenKind.TAG && tagToken == null) {
        tagToken = token;
      } else {
        break;
      }
      scanner.next();
      token = scanner.peek();
    }
    String tag = tagToken == null ? "" : resolve(tagToken, start);
    String anchor = anchorToken == null ? null : anchorToken.text();
    if (indentlessList && token.kind() == TokenKind.BLOCK_ENTRY) {
      indentlessList(anchor, start);
    } else if (token.kind() == TokenKind.SCALAR) {
      scanner.next();
      events.scalar(anchor, tag, token, start);
    } else if (token.kind() == TokenKind.FLOW_SEQUENCE_START) {
      flowList(anchor, start);
    } else if (token.kind() == TokenKind.FLOW_MAPPING_START) {
      flowMap(anchor, start);
    } else if (block && token.kind() == TokenKind.BLOCK_SEQUENCE_START) {
      blockList(anchor, start);
    } else if (block && token.kind() == TokenKind.BLOCK_MAPPING_START) {
      blockMap(anchor, start);
    } else if (anchor != null || !tag.isEmpty()) {
      events.scalar(anchor, tag, null, start);
    } else {
      throw SyntaxFault.parser(
          block ? "while parsing a block node" : "while parsing a flow node",
          start,
          "did not find expected node content",
          token.start());
    }
  }

  private String resolve(Token tagToken, long start) {
    String tag = directives.resolve(tagToken);
    if (tag == null || tag.isEmpty()) {
      throw SyntaxFault.parser(
          "while parsing a node", start, "found undefined tag handle", tagToken.start());
    }
    return tag;
  }

  private void enter(long mark) {
    if (++depth > maxDepth) {
      throw new LimitFault("not supported: it nests deeper than " + maxDepth + " levels", mark);
    }
  }

  private void blockList(@Nullable String anchor, long start) {
    long mark = scanner.next().start();
    enter(mark);
    events.startList(anchor, false, start);
    Token token = scanner.peek();
    while (token.kind() == TokenKind.BLOCK_ENTRY) {
      scanner.next();
      switch (scanner.peek().kind()) {
        case BLOCK_ENTRY, BLOCK_END -> empty(token.end());
        default -> block(false);
      }
      token = scanner.peek();
    }
    if (token.kind() != TokenKind.BLOCK_END) {
      throw SyntaxFault.parser(
          "while parsing a block collection",
          mark,
          "did not find expected '-' indicator",
          token.start());
    }
    scanner.next();
    events.endList();
    depth--;
  }

  /** A list that is not indented against the key it belongs to. */
  private void indentlessList(@Nullable String anchor, long start) {
    enter(start);
    events.startList(anchor, false, start);
    Token token = scanner.peek();
    while (token.kind() == TokenKind.BLOCK_ENTRY) {
      scanner.next();
      switch (scanner.peek().kind()) {
        case BLOCK_ENTRY, KEY, VALUE, BLOCK_END -> empty(token.end());
        default -> block(false);
      }
      token = scanner.peek();
    }
    events.endList();
    depth--;
  }

  private void blockMap(@Nullable String anchor, long start) {
    long mark = scanner.next().start();
    enter(mark);
    events.startMap(anchor, false, start);
    Token token = scanner.peek();
    while (token.kind() == TokenKind.KEY) {
      scanner.next();
      blockKeyOrValue(token);
      token = scanner.peek();
      if (token.kind() == TokenKind.VALUE) {
        scanner.next();
        blockKeyOrValue(token);
      } else {
        empty(token.start());
      }
      token = scanner.peek();
    }
    if (token.kind() != TokenKind.BLOCK_END) {
      throw SyntaxFault.parser(
          "while parsing a block mapping", mark, "did not find expected key", token.start());
    }
    scanner.next();
    events.endMap();
    depth--;
  }

  private void blockKeyOrValue(Token sign) {
    switch (scanner.peek().kind()) {
      case KEY, VALUE, BLOCK_END -> empty(sign.end());
      default -> block(true);
    }
  }

  private void flowList(@Nullable String anchor, long start) {
    long mark = scanner.next().start();
    enter(mark);
    events.startList(anchor, true, start);
    Token token = scanner.peek();
    boolean first = true;
    while (token.kind() != TokenKind.FLOW_SEQUENCE_END) {
      if (!first) {
        if (token.kind() != TokenKind.FLOW_ENTRY) {
          throw SyntaxFault.parser(
              "while parsing a flow sequence",
              mark,
              "did not find expected ',' or ']'",
              token.start());
        }
        scanner.next();
        token = scanner.peek();
      }
      first = false;
      if (token.kind() == TokenKind.KEY) {
        pairInList(scanner.next().start());
      } else if (token.kind() != TokenKind.FLOW_SEQUENCE_END) {
        flow();
      } else {
        break;
      }
      token = scanner.peek();
    }
    scanner.next();
    events.endList();
    depth--;
  }

  /** {@code [a: b]}: a map of one entry. */
  private void pairInList(long start) {
    enter(start);
    events.startMap(null, true, start);
    Token token = scanner.peek();
    switch (token.kind()) {
      case VALUE, FLOW_ENTRY, FLOW_SEQUENCE_END -> {
        // go-yaml takes the token here, so that an empty key loses its value.
        scanner.next();
        empty(token.end());
      }
      default -> flow();
    }
    token = scanner.peek();
    if (token.kind() == TokenKind.VALUE) {
      scanner.next();
      switch (scanner.peek().kind()) {
        case FLOW_ENTRY, FLOW_SEQUENCE_END -> empty(token.start());
        default -> flow();
      }
    } else {
      empty(token.start());
    }
    scanner.peek();
    events.endMap();
    depth--;
  }

  private void flowMap(@Nullable String anchor, long start) {
    long mark = scanner.next().start();
    enter(mark);
    events.startMap(anchor, true, start);
    Token token = scanner.peek();
    boolean first = true;
    while (token.kind() != TokenKind.FLOW_MAPPING_END) {
      if (!first) {
        if (token.kind() != TokenKind.FLOW_ENTRY) {
          throw SyntaxFault.parser(
              "while parsing a flow mapping",
              mark,
              "did not find expected ',' or '}'",
              token.start());
        }
        scanner.next();
        token = scanner.peek();
      }
      first = false;
      if (token.kind() == TokenKind.KEY) {
        scanner.next();
        flowKeyOrValue();
        flowValue();
      } else if (token.kind() != TokenKind.FLOW_MAPPING_END) {
        flow();
        empty(scanner.peek().start());
      } else {
        break;
      }
      token = scanner.peek();
    }
    scanner.next();
    events.endMap();
    depth--;
  }

  private void flowKeyOrValue() {
    Token token = scanner.peek();
    switch (token.kind()) {
      case VALUE, FLOW_ENTRY, FLOW_MAPPING_END -> empty(token.start());
      default -> flow();
    }
  }

  private void flowValue() {
    Token token = scanner.peek();
    if (token.kind() != TokenKind.VALUE) {
      empty(token.start());
      return;
    }
    scanner.next();
    Token next = scanner.peek();
    switch (next.kind()) {
      case FLOW_ENTRY, FLOW_MAPPING_END -> empty(next.start());
      default -> flow();
    }
  }
}
