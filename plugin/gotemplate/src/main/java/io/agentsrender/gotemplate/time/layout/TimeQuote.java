package io.agentsrender.gotemplate.time.layout;

/** Text in the errors of package time, which has its own way of quoting (time/format.go, quote). */
public final class TimeQuote {
  private static final String HEX = "0123456789abcdef";

  private TimeQuote() {}

  public static String of(String s) {
    StringBuilder out = new StringBuilder(s.length() + 2).append('"');
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c < ' ' || c >= 0x80) {
        out.append("\\x").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
      } else {
        if (c == '"' || c == '\\') {
          out.append('\\');
        }
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
