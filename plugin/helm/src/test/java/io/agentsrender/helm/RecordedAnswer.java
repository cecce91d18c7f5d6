package io.agentsrender.helm;

import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.source.RenderException;
import java.util.function.Supplier;

/**
 * What Helm answers: its output, or its error on one line.
 *
 * @param text a byte string
 */
record RecordedAnswer(boolean failed, String text) {
  private static final String DEBUG_HINT = "Use --debug flag to render out invalid YAML";

  static RecordedAnswer output(String bytes) {
    return new RecordedAnswer(false, bytes);
  }

  /** An error as the command line prints it. */
  static RecordedAnswer error(String text) {
    return new RecordedAnswer(true, oneLine(text.replace(DEBUG_HINT, "")));
  }

  /** The answer of a render. */
  static RecordedAnswer of(Supplier<String> render) {
    try {
      return output(render.get());
    } catch (RenderException e) {
      return error(e.problems().getFirst().reason());
    }
  }

  private static String oneLine(String text) {
    return GoString.encode(text.strip().replaceAll("\\s+", " "));
  }
}
