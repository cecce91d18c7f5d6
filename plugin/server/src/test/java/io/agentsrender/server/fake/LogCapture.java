package io.agentsrender.server.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agentsrender.server.observe.EventLog;
import io.agentsrender.server.observe.LogLines;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;

/** The log as it would be written. */
public final class LogCapture implements EventLog {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final EventLog lines =
      new LogLines(new PrintStream(bytes, true, UTF_8), Level.DEBUG, LogLines.Format.JSON);

  @Override
  public synchronized void log(Level level, String message, Map<String, ?> facts) {
    lines.log(level, message, facts);
  }

  /** Waits for a line with this text. */
  public void await(String text) {
    Patience.until("the log holds " + text, () -> text().contains(text));
  }

  public synchronized String text() {
    return bytes.toString(UTF_8);
  }
}
