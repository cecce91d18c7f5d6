package io.agentsrender.gotemplate.crypto.asn1;

import io.agentsrender.gotemplate.encoding.GoBase64;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoString;
import java.util.Optional;

/**
 * Bytes between lines that say what they are (encoding/pem).
 *
 * @param type such as {@code CERTIFICATE}
 */
@SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
public record Pem(String type, byte[] bytes) {
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";
  private static final int LINE = 64;

  public String text() {
    String encoded = GoBase64.encode(GoString.ofBytes(bytes));
    StringBuilder out = new StringBuilder(BEGIN).append(type).append(DASHES).append('\n');
    for (int i = 0; i < encoded.length(); i += LINE) {
      out.append(encoded, i, Math.min(i + LINE, encoded.length())).append('\n');
    }
    return out.append(END).append(type).append(DASHES).append('\n').toString();
  }

  /** The first sound block of a text; empty without one. */
  public static Optional<Pem> find(String text) {
    int from = 0;
    while (true) {
      int end = endLine(text, from);
      if (end < 0) {
        return Optional.empty();
      }
      Optional<Pem> block = block(text, from, end);
      if (block.isPresent()) {
        return block;
      }
      from = end + END.length();
    }
  }

  /** Where the next line starts that begins as the last one of a block does. */
  private static int endLine(String text, int from) {
    int at = text.indexOf("\n" + END, from);
    return at < 0 ? -1 : at + 1;
  }

  /** The block that ends with the line at {@code end}. */
  private static Optional<Pem> block(String text, int from, int end) {
    int begin = text.lastIndexOf(BEGIN, end - BEGIN.length());
    if (begin < from || (begin > 0 && text.charAt(begin - 1) != '\n')) {
      return Optional.empty();
    }
    int lineEnd = text.indexOf('\n', begin);
    String first = line(text, begin, lineEnd);
    int lastEnd = text.indexOf('\n', end);
    String last = line(text, end, lastEnd < 0 ? text.length() : lastEnd);
    if (lineEnd >= end
        || !first.endsWith(DASHES)
        || first.length() < BEGIN.length() + DASHES.length()) {
      return Optional.empty();
    }
    String type = first.substring(BEGIN.length(), first.length() - DASHES.length());
    if (!last.equals(END + type + DASHES)) {
      return Optional.empty();
    }
    int bodyStart = afterHeaders(text, lineEnd + 1, end);
    try {
      String body = text.substring(bodyStart, end).replace(" ", "").replace("\t", "");
      return Optional.of(new Pem(type, GoString.toBytes(GoBase64.decode(body))));
    } catch (GoError e) {
      return Optional.empty();
    }
  }

  /** A line without its break and the spaces at its end. */
  private static String line(String text, int from, int to) {
    return text.substring(from, to).stripTrailing();
  }

  /** Headers have a colon in each line. */
  private static int afterHeaders(String text, int from, int end) {
    int at = from;
    while (at < end) {
      int lineEnd = text.indexOf('\n', at);
      if (text.substring(at, lineEnd).indexOf(':') < 0) {
        return at;
      }
      at = lineEnd + 1;
    }
    return at;
  }
}
