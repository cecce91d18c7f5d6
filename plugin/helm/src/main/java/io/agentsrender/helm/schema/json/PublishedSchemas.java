package io.agentsrender.helm.schema.json;

import static java.util.Objects.requireNonNull;

import io.agentsrender.source.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The metaschemas that json-schema.org publishes, from this library's own files. */
public final class PublishedSchemas {
  private static final String LATEST = "draft/2020-12/schema";

  /** By file; each holds the schemas of one draft by their URLs. */
  private static final Map<String, Map<?, ?>> FILES = new ConcurrentHashMap<>();

  private PublishedSchemas() {}

  /**
   * The schema at a URL of json-schema.org, which may begin with http or https.
   *
   * @return empty where nothing is published there, or elsewhere than there
   */
  public static Optional<Object> find(String url) {
    String address = url.replaceFirst("^https?://", "");
    if (address.equals(url) || !address.startsWith("json-schema.org/")) {
      return Optional.empty();
    }
    String path = address.substring("json-schema.org/".length());
    path = path.equals("schema") ? LATEST : path;
    boolean old = path.startsWith("draft-");
    String draft = path.replaceFirst("^draft[-/]", "").replaceFirst("/.*", "");
    String published = (old ? "http" : "https") + "://json-schema.org/" + path;
    return Optional.ofNullable(FILES.computeIfAbsent(draft, PublishedSchemas::read).get(published));
  }

  private static Map<?, ?> read(String draft) {
    if (!draft.matches("[0-9-]+")) {
      return Map.of();
    }
    try (InputStream file = PublishedSchemas.class.getResourceAsStream(draft + ".json")) {
      if (file == null) {
        return Map.of();
      }
      Content content = Content.ofOwned(file.readAllBytes());
      Object schemas = JsonValues.read(content, draft + ".json").value();
      return (Map<?, ?>) requireNonNull(schemas);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("reading the metaschema of draft " + draft, unreadable);
    }
  }
}
