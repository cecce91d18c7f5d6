package io.agentsrender.yaml;

import io.agentsrender.yaml.scalar.GoUtf8;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A Go string that is not UTF-8, for the writers. go-yaml v3 writes it as {@code !!binary},
 * encoding/json writes what is no character as {@code \\ufffd}.
 */
public final class BinaryText {
  /** go-yaml breaks longer base64 into lines of this length (resolve.go, encodeBase64). */
  private static final int LINE = 70;

  private final byte[] bytes;

  public BinaryText(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /** The text, with {@code broken} in place of each byte that is not part of a character. */
  public String text(char broken) {
    return GoUtf8.decode(bytes, 0, bytes.length, broken);
  }

  /** In lines, each with a line feed, if there are several. */
  public String base64() {
    String text = Base64.getEncoder().encodeToString(bytes);
    if (text.length() < LINE) {
      return text;
    }
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < text.length(); i += LINE) {
      lines.append(text, i, Math.min(i + LINE, text.length())).append('\n');
    }
    return lines.toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BinaryText that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return base64();
  }
}
