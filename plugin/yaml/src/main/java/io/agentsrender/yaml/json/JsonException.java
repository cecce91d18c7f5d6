package io.agentsrender.yaml.json;

import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import org.jspecify.annotations.Nullable;

/** What Go's encoding/json refuses to read or to write. */
public final class JsonException extends RenderException {
  private static final long serialVersionUID = 1L;

  private final String goText;

  JsonException(String tried, String goText, @Nullable Position place) {
    super(Problem.error(tried, goText).withPlace(place));
    this.goText = goText;
  }

  private JsonException(Problem problem, String goText) {
    super(problem);
    this.goText = goText;
  }

  /** The same failure, as one of this reader alone. */
  JsonException notSupported() {
    return new JsonException(problems().getFirst().withKind(Problem.Kind.NOT_SUPPORTED), goText);
  }

  /** The error of Go, such as {@code unexpected end of JSON input}. */
  public String goText() {
    return goText;
  }
}
