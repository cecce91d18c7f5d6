package io.agentsrender.server.archive;

import java.util.HashMap;
import java.util.Map;

/**
 * The records of a PAX extended header (POSIX.1-2001, pax): each {@code length key=value newline},
 * where the length counts the whole record.
 */
final class PaxRecords {
  private PaxRecords() {}

  static Map<String, String> parse(byte[] body) {
    Map<String, String> records = new HashMap<>();
    int at = 0;
    while (at < body.length) {
      int space = indexOf(body, (byte) ' ', at, body.length);
      int length = length(body, at, space);
      int end = at + length;
      if (end > body.length || end <= space + 1 || body[end - 1] != '\n') {
        throw malformed();
      }
      int equals = indexOf(body, (byte) '=', space + 1, end - 1);
      String key = TarHeader.decode(body, space + 1, equals - space - 1);
      records.put(key, TarHeader.decode(body, equals + 1, end - 1 - equals - 1));
      at = end;
    }
    return records;
  }

  private static int length(byte[] body, int from, int to) {
    int length = 0;
    for (int i = from; i < to; i++) {
      int digit = body[i] - '0';
      if (digit < 0 || digit > 9 || length > 100_000_000) {
        throw malformed();
      }
      length = length * 10 + digit;
    }
    return length;
  }

  private static int indexOf(byte[] body, byte wanted, int from, int to) {
    for (int i = from; i < to; i++) {
      if (body[i] == wanted) {
        return i;
      }
    }
    throw malformed();
  }

  private static RuntimeException malformed() {
    return ArchiveProblem.corrupt("a PAX header of its tar stream is malformed");
  }
}
