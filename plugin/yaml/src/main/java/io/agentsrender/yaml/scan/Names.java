package io.agentsrender.yaml.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agentsrender.yaml.scan.text.ByteText;
import io.agentsrender.yaml.scan.text.Cursor;
import io.agentsrender.yaml.scan.text.SyntaxFault;
import io.agentsrender.yaml.scan.text.Utf8;
import io.agentsrender.yaml.scan.token.Token;
import io.agentsrender.yaml.scan.token.TokenKind;
import org.jspecify.annotations.Nullable;

/** Anchors, aliases, tags and directives. */
final class Names {
  private static final String TAG = "while parsing a tag";
  private static final String TAG_DIRECTIVE = "while parsing a %TAG directive";
  private static final String DIRECTIVE = "while scanning a directive";
  private static final String VERSION_DIRECTIVE = "while scanning a %YAML directive";
  private static final String URI_SIGNS = ";/?:@&=+$,.!~*'()[]%";
  private static final int MAX_VERSION_DIGITS = 2;

  private final Cursor cursor;
  private long start;

  Names(Cursor cursor) {
    this.cursor = cursor;
  }

  Token anchor(TokenKind kind) {
    start = cursor.mark();
    cursor.skip(1);
    int from = cursor.at;
    skipAlpha();
    if (cursor.at == from || !endsAnchor()) {
      throw fault(
          kind == TokenKind.ANCHOR ? "while scanning an anchor" : "while scanning an alias",
          "did not find expected alphabetic or numeric character");
    }
    return Token.named(kind, start, cursor.mark(), cursor.bytes, from, cursor.at);
  }

  private boolean endsAnchor() {
    return cursor.isBlankOrEnd(cursor.at) || "?:,]}%@`".indexOf(cursor.peek()) >= 0;
  }

  Token tag() {
    start = cursor.mark();
    String handle = "";
    String suffix;
    if (cursor.peek(1) == '<') {
      cursor.skip(2);
      suffix = uri(TAG, "");
      if (cursor.peek() != '>') {
        throw fault("while scanning a tag", "did not find the expected '>'");
      }
      cursor.skip(1);
    } else {
      handle = handle(null);
      if (handle.length() > 1 && handle.endsWith("!")) {
        suffix = uri(TAG, "");
      } else {
        suffix = uri(TAG, handle);
        handle = "!";
        if (suffix.isEmpty()) {
          handle = "";
          suffix = "!";
        }
      }
    }
    if (!cursor.isBlankOrEnd(cursor.at)) {
      throw fault("while scanning a tag", "did not find expected whitespace or line break");
    }
    return Token.pair(TokenKind.TAG, start, cursor.mark(), handle, suffix);
  }

  Token directive() {
    start = cursor.mark();
    cursor.skip(1);
    Token token =
        switch (directiveName()) {
          case "YAML" -> versionDirective();
          case "TAG" -> tagDirective();
          default -> throw fault(DIRECTIVE, "found unknown directive name");
        };
    cursor.skipBlanks();
    if (cursor.peek() == '#') {
      cursor.skipToBreak();
    }
    if (!cursor.isBreakOrEnd(cursor.at)) {
      throw fault(DIRECTIVE, "did not find expected comment or line break");
    }
    cursor.skipBreak();
    return token;
  }

  private String directiveName() {
    int from = cursor.at;
    skipAlpha();
    if (cursor.at == from) {
      throw fault(DIRECTIVE, "could not find expected directive name");
    }
    if (!cursor.isBlankOrEnd(cursor.at)) {
      throw fault(DIRECTIVE, "found unexpected non-alphabetical character");
    }
    return new String(cursor.bytes, from, cursor.at - from, UTF_8);
  }

  private Token versionDirective() {
    cursor.skipBlanks();
    int major = versionNumber();
    if (cursor.peek() != '.') {
      throw fault(VERSION_DIRECTIVE, "did not find expected digit or '.' character");
    }
    cursor.skip(1);
    String version = major + "." + versionNumber();
    return Token.pair(TokenKind.VERSION_DIRECTIVE, start, cursor.mark(), version, "");
  }

  private int versionNumber() {
    int number = 0;
    int from = cursor.at;
    while (cursor.isDigit(cursor.at)) {
      if (cursor.at - from == MAX_VERSION_DIGITS) {
        throw fault(VERSION_DIRECTIVE, "found extremely long version number");
      }
      number = number * 10 + cursor.peek() - '0';
      cursor.skip(1);
    }
    if (cursor.at == from) {
      throw fault(VERSION_DIRECTIVE, "did not find expected version number");
    }
    return number;
  }

  private Token tagDirective() {
    cursor.skipBlanks();
    String handle = handle(TAG_DIRECTIVE);
    if (!cursor.isBlank(cursor.at)) {
      throw fault("while scanning a %TAG directive", "did not find expected whitespace");
    }
    cursor.skipBlanks();
    String prefix = uri(TAG_DIRECTIVE, "");
    if (!cursor.isBlankOrEnd(cursor.at)) {
      throw fault(
          "while scanning a %TAG directive", "did not find expected whitespace or line break");
    }
    return Token.pair(TokenKind.TAG_DIRECTIVE, start, cursor.mark(), handle, prefix);
  }

  /**
   * {@code !}, {@code !!} or {@code !name!}; outside of directives also {@code !name}, which is the
   * start of a suffix.
   */
  private String handle(@Nullable String directive) {
    if (cursor.peek() != '!') {
      throw fault(directive == null ? TAG : directive, "did not find expected '!'");
    }
    int from = cursor.at;
    cursor.skip(1);
    skipAlpha();
    if (cursor.peek() == '!') {
      cursor.skip(1);
    } else if (directive != null && cursor.at - from > 1) {
      throw fault(directive, "did not find expected '!'");
    }
    return new String(cursor.bytes, from, cursor.at - from, UTF_8);
  }

  /**
   * Reads a URI.
   *
   * @param head what was read of it before, with a first {@code !} that does not count
   */
  private String uri(String context, String head) {
    ByteText uri = new ByteText();
    byte[] first = head.getBytes(UTF_8);
    uri.append(first, Math.min(1, first.length), first.length);
    boolean found = !head.isEmpty();
    while (cursor.isAlpha(cursor.at) || isUriSign(cursor.peek())) {
      if (cursor.peek() == '%') {
        readEscapes(context, uri);
      } else {
        uri.append(cursor.peek());
        cursor.skip(1);
      }
      found = true;
    }
    if (!found) {
      throw fault(context, "did not find expected tag URI");
    }
    return new String(uri.toByteArray(), UTF_8);
  }

  private static boolean isUriSign(byte c) {
    return c > 0 && URI_SIGNS.indexOf(c) >= 0;
  }

  /** One character of UTF-8, each octet as {@code %XX}. */
  private void readEscapes(String context, ByteText uri) {
    int octets = 1;
    for (int i = 0; i < octets; i++) {
      int high = cursor.peek() == '%' ? cursor.hex(cursor.at + 1) : -1;
      int low = high < 0 ? -1 : cursor.hex(cursor.at + 2);
      if (low < 0) {
        throw fault(context, "did not find URI escaped octet");
      }
      byte octet = (byte) (high << 4 | low);
      if (i == 0) {
        if ((octet & 0xC0) == 0x80 || (octet & 0xF8) == 0xF8) {
          throw fault(context, "found an incorrect leading UTF-8 octet");
        }
        octets = Utf8.width(octet);
      } else if ((octet & 0xC0) != 0x80) {
        throw fault(context, "found an incorrect trailing UTF-8 octet");
      }
      uri.append(octet);
      cursor.skip(3);
    }
  }

  private void skipAlpha() {
    while (cursor.isAlpha(cursor.at)) {
      cursor.skip(1);
    }
  }

  private SyntaxFault fault(String context, String reason) {
    return SyntaxFault.scanner(context, start, reason, cursor.mark());
  }
}
