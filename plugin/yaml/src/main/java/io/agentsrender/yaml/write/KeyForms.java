package io.agentsrender.yaml.write;

import org.jspecify.annotations.Nullable;

/**
 * Forms of keys that were written lately: manifests have few different ones, over and over.
 * Bounded, and for many threads: what is lost by a race is made anew.
 */
final class KeyForms {
  private static final int SIZE = 1024;
  private static final int MAX_LENGTH = 64;

  private final boolean isV3;
  private final @Nullable KeyForm[] forms = new KeyForm[SIZE];

  /**
   * A key and how it is written.
   *
   * @param simple whether it needs no question mark
   */
  record KeyForm(String key, ScalarForm form, boolean simple) {}

  KeyForms(boolean isV3) {
    this.isV3 = isV3;
  }

  KeyForm of(String key) {
    int hash = key.hashCode();
    int at = (hash ^ hash >>> 10 ^ hash >>> 20) & SIZE - 1;
    KeyForm known = forms[at];
    if (known != null && known.key.equals(key)) {
      return known;
    }
    ScalarForm form = isV3 ? ScalarForm.string(key, true) : JsonRoundTrip.key(key);
    KeyForm made = new KeyForm(key, form, Emitter.isSimpleKey(form.text(), form.tag(), isV3));
    if (key.length() <= MAX_LENGTH) {
      forms[at] = made;
    }
    return made;
  }
}
