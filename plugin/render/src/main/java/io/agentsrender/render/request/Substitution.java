package io.agentsrender.render.request;

import java.util.Map;

/**
 * Replaces {@code $NAME} and {@code ${NAME}} as Argo CD does: Go's os.Expand, where {@code $$} is a
 * dollar and an unknown name is nothing (Env.Envsubst in its types.go).
 */
final class Substitution {
  private static final String SPECIAL = "*#$@!?-0123456789";

  private final Map<String, String> environment;
  private final StringBuilder out = new StringBuilder();

  private Substitution(Map<String, String> environment) {
    this.environment = environment;
  }

  static String of(String text, Map<String, String> environment) {
    return new Substitution(environment).replace(text);
  }

  private String replace(String text) {
    int copied = 0;
    for (int dollar = text.indexOf('$'); dollar >= 0; dollar = text.indexOf('$', copied)) {
      out.append(text, copied, dollar);
      copied = dollar + 1 + name(text, dollar + 1);
    }
    return out.append(text, copied, text.length()).toString();
  }

  /** Writes what stands for the name at {@code from}; gives the characters it takes. */
  private int name(String text, int from) {
    if (from == text.length()) {
      out.append('$');
      return 0;
    }
    if (text.charAt(from) == '{') {
      return inBraces(text, from);
    }
    if (isSpecial(text, from)) {
      put(text.substring(from, from + 1));
      return 1;
    }
    int end = from;
    while (end < text.length() && isNamePart(text.charAt(end))) {
      end++;
    }
    if (end == from) {
      out.append('$');
    } else {
      put(text.substring(from, end));
    }
    return end - from;
  }

  private int inBraces(String text, int brace) {
    int end = text.indexOf('}', brace);
    if (end < 0) {
      return 1;
    }
    if (end > brace + 1) {
      put(text.substring(brace + 1, end));
    }
    return end + 1 - brace;
  }

  private static boolean isSpecial(String text, int at) {
    return SPECIAL.indexOf(text.charAt(at)) >= 0;
  }

  private static boolean isNamePart(char c) {
    return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private void put(String name) {
    out.append(name.equals("$") ? "$" : environment.getOrDefault(name, ""));
  }
}
