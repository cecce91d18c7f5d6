package io.agentsrender.gitops.schema;

import io.agentsrender.source.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * A JSON Schema (draft 7, which editors know best) of a file that people write. What it accepts the
 * reader of that file accepts too.
 */
public enum PublishedSchema {
  /** {@code component.yaml}. */
  COMPONENT("component.schema.json"),

  /** {@code agents-render.yaml}. */
  REPOSITORY("agents-render.schema.json");

  private final String file;

  PublishedSchema(String file) {
    this.file = file;
  }

  /** The name under which repositories keep a copy of it. */
  public String file() {
    return file;
  }

  public Content content() {
    try (InputStream schema =
        Objects.requireNonNull(PublishedSchema.class.getResourceAsStream(file), file)) {
      return Content.ofOwned(schema.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
