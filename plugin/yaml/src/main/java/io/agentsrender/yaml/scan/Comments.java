package io.agentsrender.yaml.scan;

import io.agentsrender.yaml.scan.text.Cursor;

/**
 * Comments as go-yaml v3 reads them. It keeps them, in ways that let tabs stand before some
 * comments where version 2 refuses them; the text itself does not matter here.
 */
final class Comments {
  /** go-yaml v3 looks no further than this many bytes for the next comment. */
  private static final int REACH = 512;

  private final Cursor cursor;

  Comments(Cursor cursor) {
    this.cursor = cursor;
  }

  /** A comment on the line of the token just read (scannerc.go, scan_line_comment). */
  void skipLineComment() {
    int at = cursor.at;
    int end = at + REACH;
    while (at < end && cursor.isBlank(at)) {
      at++;
    }
    if (at < end && cursor.bytes[at] == '#') {
      cursor.skip(at - cursor.at);
      cursor.skipToBreak();
    }
  }

  /** A comment and those that follow it with nothing but white space between (scan_comments). */
  void skipBlock() {
    cursor.skipToBreak();
    int next = nextComment();
    while (next >= 0) {
      while (cursor.at < next) {
        if (cursor.isBreak(cursor.at)) {
          cursor.skipBreak();
        } else {
          cursor.skip();
        }
      }
      cursor.skipToBreak();
      next = nextComment();
    }
  }

  private int nextComment() {
    if (cursor.isEnd(cursor.at)) {
      return -1;
    }
    // The break itself is passed over, whatever its width.
    for (int at = cursor.at + 1; at < cursor.at + REACH; at++) {
      byte c = cursor.bytes[at];
      if (c == '#') {
        return at;
      }
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
        return -1;
      }
    }
    return -1;
  }
}
