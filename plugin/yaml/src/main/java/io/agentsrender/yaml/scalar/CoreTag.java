package io.agentsrender.yaml.scalar;

import org.jspecify.annotations.Nullable;

/** The tags that a scalar without an explicit tag can resolve to, and the other short ones. */
public enum CoreTag {
  NULL("!!null"),
  BOOL("!!bool"),
  STR("!!str"),
  INT("!!int"),
  FLOAT("!!float"),
  TIMESTAMP("!!timestamp"),
  BINARY("!!binary"),
  MERGE("!!merge"),
  SEQ("!!seq"),
  MAP("!!map");

  /** What {@code !!} stands for unless a {@code %TAG} directive says otherwise. */
  public static final String LONG_PREFIX = "tag:yaml.org,2002:";

  private final String shortForm;

  CoreTag(String shortForm) {
    this.shortForm = shortForm;
  }

  /** As in {@code !!str}. */
  public String shortForm() {
    return shortForm;
  }

  /** The core tag of that short form; null for any other tag. */
  public static @Nullable CoreTag ofShort(String tag) {
    for (CoreTag known : values()) {
      if (known.shortForm.equals(tag)) {
        return known;
      }
    }
    return null;
  }

  /** {@code !!str} for {@code tag:yaml.org,2002:str}; any other tag as it is. */
  public static String shorten(String tag) {
    return tag.startsWith(LONG_PREFIX) ? "!!" + tag.substring(LONG_PREFIX.length()) : tag;
  }
}
