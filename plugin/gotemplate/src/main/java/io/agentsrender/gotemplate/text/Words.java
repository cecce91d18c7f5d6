package io.agentsrender.gotemplate.text;

import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.gotemplate.value.GoUnicode;

/**
 * Words between white space, as the library goutils has them: it takes every byte for a code point,
 * so that what is not ASCII comes out as the UTF-8 of its bytes.
 */
public final class Words {
  private Words() {}

  /** The first letter of each word (goutils.Initials). */
  public static String initials(String s) {
    StringBuilder out = new StringBuilder();
    boolean atStart = true;
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (GoUnicode.isSpace(c)) {
        atStart = true;
      } else if (atStart) {
        GoString.appendRune(out, c);
        atStart = false;
      }
    }
    return out.toString();
  }

  /** Without white space; a string that has none stays as it is (goutils.DeleteWhiteSpace). */
  public static String withoutSpace(String s) {
    StringBuilder out = new StringBuilder(s.length());
    int kept = 0;
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (!GoUnicode.isSpace(c)) {
        GoString.appendRune(out, c);
        kept++;
      }
    }
    return kept == s.length() ? s : out.toString();
  }
}
