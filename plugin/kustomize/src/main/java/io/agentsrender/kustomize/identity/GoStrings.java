package io.agentsrender.kustomize.identity;

/** The order of Go's strings: by their UTF-8 bytes, which is by code point. */
public final class GoStrings {
  private GoStrings() {}

  public static int compare(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    for (int i = 0; i < shorter; i++) {
      char left = a.charAt(i);
      char right = b.charAt(i);
      if (left != right) {
        // Surrogates stand for code points above all others.
        boolean leftSurrogate = Character.isSurrogate(left);
        if (leftSurrogate != Character.isSurrogate(right)) {
          return leftSurrogate ? 1 : -1;
        }
        return left - right;
      }
    }
    return a.length() - b.length();
  }
}
