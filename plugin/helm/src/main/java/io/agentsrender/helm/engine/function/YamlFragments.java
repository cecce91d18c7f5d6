package io.agentsrender.helm.engine.function;

import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.source.cache.RecentlyUsed;

/**
 * What {@code fromYaml} read lately: charts hand maps from template to template as YAML, the same
 * ones in each release. For many threads.
 */
public final class YamlFragments {
  /** Longer texts are read each time. */
  private static final int MAX_TEXT = 1 << 14;

  /** What a map takes for each byte of its text. */
  private static final int BYTES_PER_BYTE = 20;

  private static final long ENTRY = 512;

  private final RecentlyUsed<String, GoMap> maps;

  /**
   * @param maxBytes how much memory it may take, as an estimate; 0 to keep nothing
   */
  public YamlFragments(long maxBytes) {
    this.maps = new RecentlyUsed<>(maxBytes);
  }

  /** The map that a text holds, to be changed at will, or one that says what is wrong with it. */
  GoMap map(String text) {
    if (text.length() > MAX_TEXT) {
      return DataText.fromYaml(text);
    }
    GoMap known = maps.get(text);
    if (known == null) {
      GoMap read = DataText.fromYaml(text);
      if (read.isNil()) {
        return read;
      }
      known = read.freeze();
      maps.put(text, known, ENTRY + (long) BYTES_PER_BYTE * text.length());
    }
    return known.thaw();
  }
}
