package io.agentsrender.server.observe;

import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Writes events as lines, in the two formats of Argo CD's own servers (the JSON and text formatters
 * of logrus), so that one log pipeline reads both.
 */
public final class LogLines implements EventLog {
  /** Names, paths and reasons come from repositories; what reads the lines has limits too. */
  private static final int LONGEST_TEXT = 4096;

  private final PrintStream out;
  private final Level least;
  private final Format format;

  /** How a line looks. */
  public enum Format {
    JSON,
    TEXT;

    /**
     * The format of a name, in any case.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static Format named(String name) {
      return switch (name.toLowerCase(Locale.ROOT)) {
        case "json" -> JSON;
        case "text" -> TEXT;
        default -> throw new IllegalArgumentException("\"" + name + "\" is neither json nor text");
      };
    }
  }

  public LogLines(PrintStream out, Level least, Format format) {
    this.out = out;
    this.least = least;
    this.format = format;
  }

  @Override
  public void log(Level level, String message, Map<String, ?> facts) {
    if (level.compareTo(least) < 0) {
      return;
    }
    Map<String, Object> line = new LinkedHashMap<>();
    String time = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    if (format == Format.TEXT) {
      line.put("time", time);
    }
    line.put("level", level.name().toLowerCase(Locale.ROOT));
    line.put("msg", message);
    line.putAll(facts);
    if (format == Format.JSON) {
      line.put("time", time);
    }
    out.println(format == Format.JSON ? json(line) : text(line));
  }

  private static String json(Map<String, ?> line) {
    StringBuilder text = new StringBuilder("{");
    line.forEach((key, value) -> {
      if (text.length() > 1) {
        text.append(',');
      }
      quote(text, key);
      text.append(':');
      if (value instanceof Number || value instanceof Boolean) {
        text.append(value);
      } else {
        quote(text, String.valueOf(value));
      }
    });
    return text.append('}').toString();
  }

  private static String text(Map<String, ?> line) {
    StringBuilder text = new StringBuilder();
    line.forEach((key, value) -> {
      if (!text.isEmpty()) {
        text.append(' ');
      }
      text.append(key).append('=');
      String plain = String.valueOf(value);
      if (!plain.isEmpty()
          && plain.length() <= LONGEST_TEXT
          && plain.chars().allMatch(LogLines::isPlain)) {
        text.append(plain);
      } else {
        quote(text, plain);
      }
    });
    return text.toString();
  }

  private static boolean isPlain(int c) {
    return Character.isLetterOrDigit(c) || "-._/@^+:".indexOf(c) >= 0;
  }

  private static void quote(StringBuilder text, String value) {
    text.append('"');
    int end = end(value);
    for (int i = 0; i < end; i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\t' -> text.append("\\t");
        default -> {
          if (isHidden(c) || Character.isSurrogate(c) && !paired(value, i)) {
            text.append("\\u").append(String.format(Locale.ROOT, "%04x", (int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    if (end < value.length()) {
      text.append("… (").append(value.length() - end).append(" characters more)");
    }
    text.append('"');
  }

  /** Up to where a text is written, which is never between the halves of a character. */
  private static int end(String text) {
    if (text.length() <= LONGEST_TEXT) {
      return text.length();
    }
    return Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1))
        ? LONGEST_TEXT - 1
        : LONGEST_TEXT;
  }

  /** Whether it would steer a terminal, end a line or turn the order of what is read. */
  private static boolean isHidden(char c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  private static boolean paired(String text, int at) {
    char c = text.charAt(at);
    return Character.isHighSurrogate(c)
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
