package io.agentsrender.server.observe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentsrender.server.observe.EventLog.Level;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogLinesTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, UTF_8);

  private String log(LogLines.Format format, Level level, String message, Map<String, ?> facts) {
    new LogLines(out, Level.INFO, format).log(level, message, facts);
    return bytes.toString(UTF_8);
  }

  @Test
  void writesJsonThatEveryParserReads() throws IOException {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("text", "a\"b\\c\nd\te\u0001\u2028ü😀\ud800");
    facts.put("count", 12);
    facts.put("held", true);
    String line = log(LogLines.Format.JSON, Level.WARNING, "rendered", facts);
    assertThat(line)
        .startsWith("{\"level\":\"warning\",\"msg\":\"rendered\",\"text\":")
        .endsWith("Z\"}\n");
    Map<?, ?> read = new ObjectMapper().readValue(line, Map.class);
    assertThat(read.get("text")).isEqualTo("a\"b\\c\nd\te\u0001\u2028ü😀\ud800");
    assertThat(read.get("count")).isEqualTo(12);
    assertThat(read.get("held")).isEqualTo(true);
  }

  @Test
  void writesText() {
    assertThat(log(LogLines.Format.TEXT, Level.INFO, "it is done", Map.of("path", "apps/web")))
        .matches("time=\\S+Z level=info msg=\"it is done\" path=apps/web\n");
  }

  /** An application may be named by whoever writes to its repository. */
  @ParameterizedTest
  @EnumSource(LogLines.Format.class)
  void noTextCanSteerATerminalOrForgeALine(LogLines.Format format) {
    String hostile =
        "web\r\n{\"level\":\"error\"}\u001b[2J\u009b31m\u007f\u202etxt.exe\u2066\u200b\0";
    String line = log(format, Level.INFO, hostile, Map.of("application", hostile));
    assertThat(line).endsWith("\n");
    assertThat(line.substring(0, line.length() - 1))
        .contains("\\u000d\\n", "\\u001b[2J\\u009b31m\\u007f\\u202etxt.exe\\u2066\\u200b\\u0000")
        .doesNotContainPattern("[\\p{Cntrl}\\p{Cf}\\x{2028}\\x{2029}]");
  }

  @ParameterizedTest
  @EnumSource(LogLines.Format.class)
  void cutsWhatIsTooLong(LogLines.Format format) {
    for (String text : List.of("x".repeat(1 << 20), "x".repeat(4095) + "😀".repeat(1 << 19))) {
      bytes.reset();
      String line = log(format, Level.INFO, text, Map.of("application", text));
      assertThat(line)
          .hasSizeLessThan(9000)
          .containsPattern("x… [(]\\d+ characters more[)]")
          .doesNotContain("\\ud83d");
    }
  }

  @Test
  void leavesOutWhatMattersLess() {
    assertThat(log(LogLines.Format.TEXT, Level.DEBUG, "m", Map.of())).isEmpty();
  }
}
