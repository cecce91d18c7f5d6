package io.agentsrender.helm.values;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a values file into documents as Helm 4 does, line by line and without knowing YAML
 * (apimachinery util/yaml, YAMLReader).
 */
final class ValuesDocuments {
  private static final String SEPARATOR = "---";

  private ValuesDocuments() {}

  /**
   * A document.
   *
   * @param bytes its byte string
   * @param firstLine its first line in the file, 1-based
   */
  record Piece(String bytes, int firstLine) {
    byte[] toByteArray() {
      return bytes.getBytes(ISO_8859_1);
    }
  }

  /** Something that is not a comment follows the dashes. */
  static final class BadSeparatorException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;

    BadSeparatorException(String text, int line) {
      super("invalid Yaml document separator: " + text, null, false, false);
      this.line = line;
    }

    int line() {
      return line;
    }
  }

  /**
   * Splits a file.
   *
   * @param bytes its byte string
   */
  static List<Piece> split(String bytes) throws BadSeparatorException {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int pieceLine = 1;
    int line = 0;
    for (int start = 0; start < bytes.length(); ) {
      int end = bytes.indexOf('\n', start);
      int next = end < 0 ? bytes.length() : end + 1;
      String text = bytes.substring(start, end < 0 ? bytes.length() : end);
      line++;
      if (text.startsWith(SEPARATOR)) {
        String rest = text.substring(SEPARATOR.length()).strip();
        if (!rest.isEmpty() && !rest.startsWith("#")) {
          throw new BadSeparatorException(rest, line);
        }
      }
      if (text.startsWith(SEPARATOR) && !piece.isEmpty()) {
        pieces.add(piece(piece, pieceLine));
        piece.setLength(0);
      } else {
        pieceLine = piece.isEmpty() ? line : pieceLine;
        piece.append(text).append('\n');
      }
      start = next;
    }
    if (!piece.isEmpty()) {
      pieces.add(piece(piece, pieceLine));
    }
    return pieces;
  }

  private static Piece piece(StringBuilder text, int firstLine) {
    return new Piece(text.toString(), firstLine);
  }
}
