package io.agentsrender.gitops.applicationset.template;

import io.agentsrender.gotemplate.value.GoString;
import java.util.Locale;

/** Makes names of Kubernetes objects of any text, as Argo CD does. */
public final class Names {
  private static final int MAX_NAME = 253;

  private Names() {}

  /**
   * At most 253 lower-case letters, digits, {@code -} and {@code .}, without the last two at either
   * end (SanitizeName).
   *
   * @param name text or byte string; a character that is more than one byte becomes one {@code -}
   */
  public static String normalised(String name) {
    String lower = GoString.decode(name).toLowerCase(Locale.ROOT);
    String plain = lower.replaceAll("[^-a-z0-9.]", "-");
    return trim(plain.length() > MAX_NAME ? plain.substring(0, MAX_NAME) : plain, "-.");
  }

  /**
   * A piece of a URL (gosimple/slug, of what is normalised already).
   *
   * @param atWords whether a name that is too long is cut between words
   */
  static String slug(String normalised, int maxLength, boolean atWords) {
    String cut =
        !atWords && normalised.length() >= maxLength
            ? normalised.substring(0, maxLength)
            : normalised;
    String slug = trim(cut.replace('.', '-').replaceAll("-+", "-"), "-_");
    if (!atWords || maxLength <= 0 || slug.length() <= maxLength) {
      return slug;
    }
    int dash = slug.lastIndexOf('-', maxLength);
    return slug.substring(0, dash < 0 ? maxLength : dash);
  }

  private static String trim(String text, String cut) {
    int start = 0;
    int end = text.length();
    while (start < end && cut.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && cut.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(start, end);
  }
}
