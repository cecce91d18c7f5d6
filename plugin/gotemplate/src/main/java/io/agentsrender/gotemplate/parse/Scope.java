package io.agentsrender.gotemplate.parse;

import io.agentsrender.gotemplate.function.TemplateException;
import io.agentsrender.gotemplate.parse.node.TemplateText;
import java.util.ArrayList;
import java.util.List;

/**
 * What the parser keeps for the template at hand: tokens that were read ahead, variables, nesting.
 * Errors name the line of the token read last, which is why reading ahead follows Go's to the
 * token.
 */
final class Scope {
  /**
   * Go stops at 10,000 parentheses and never at nested statements; nothing a person writes nests so
   * deep, and every level costs stack.
   */
  private static final int MAX_NESTING = 250;

  private final Lexer lexer;
  private final TemplateText source;
  private final Token[] tokens = new Token[3];
  private int ahead;

  final List<String> variables = new ArrayList<>(List.of("$"));
  int rangeDepth;
  int nesting;

  /** Where the action at hand started; 0 between actions. */
  int actionLine;

  Scope(Lexer lexer, TemplateText source) {
    this.lexer = lexer;
    this.source = source;
    Token none = new Token(TokenType.ERROR, 0, "", 0);
    tokens[0] = none;
    tokens[1] = none;
    tokens[2] = none;
  }

  Token next() {
    if (ahead > 0) {
      ahead--;
    } else {
      tokens[0] = lexer.next();
    }
    return tokens[ahead];
  }

  void backup() {
    ahead++;
  }

  /** Steps back two tokens, the last of which is still there. */
  void backup2(Token first) {
    tokens[1] = first;
    ahead = 2;
  }

  /** Steps back three tokens, the last of which is still there. */
  void backup3(Token first, Token second) {
    tokens[1] = second;
    tokens[2] = first;
    ahead = 3;
  }

  Token peek() {
    if (ahead > 0) {
      return tokens[ahead - 1];
    }
    ahead = 1;
    tokens[0] = lexer.next();
    return tokens[0];
  }

  Token nextNonSpace() {
    Token token = next();
    while (token.is(TokenType.SPACE)) {
      token = next();
    }
    return token;
  }

  Token peekNonSpace() {
    Token token = nextNonSpace();
    backup();
    return token;
  }

  Token expect(String context, TokenType... types) {
    Token token = nextNonSpace();
    for (TokenType type : types) {
      if (token.is(type)) {
        return token;
      }
    }
    throw unexpected(token, context);
  }

  TemplateException unexpected(Token token, String context) {
    if (!token.is(TokenType.ERROR)) {
      return error("unexpected " + token + " in " + context);
    }
    String extra = "";
    if (actionLine != 0 && actionLine != token.line()) {
      extra = " in action started at " + source.name() + ":" + actionLine;
      if (token.text().endsWith(" action")) {
        extra = extra.substring(" in action".length());
      }
    }
    return error(token + extra);
  }

  TemplateException error(String text) {
    return TemplateException.inParsing(source.frame(tokens[0].line()), text);
  }

  void enterNested() {
    if (++nesting > MAX_NESTING) {
      throw TemplateException.notSupported(
          source.frame(tokens[0].line()),
          "actions that nest deeper than " + MAX_NESTING + " levels");
    }
  }

  void leaveNested() {
    nesting--;
  }

  void truncateVariables(int size) {
    variables.subList(size, variables.size()).clear();
  }
}
