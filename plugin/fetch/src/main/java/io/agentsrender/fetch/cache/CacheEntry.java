package io.agentsrender.fetch.cache;

import io.agentsrender.source.Content;
import java.util.Map;

/**
 * Something that was fetched.
 *
 * @param attributes what else is known of it: short texts of one line each, nothing secret
 */
public record CacheEntry(Content content, Map<String, String> attributes) {
  public CacheEntry {
    attributes = Map.copyOf(attributes);
  }

  public static CacheEntry of(Content content) {
    return new CacheEntry(content, Map.of());
  }

  /** The attribute; empty where there is none. */
  public String attribute(String name) {
    return attributes.getOrDefault(name, "");
  }
}
