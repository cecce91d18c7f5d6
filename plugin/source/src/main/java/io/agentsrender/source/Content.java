package io.agentsrender.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one file: immutable, compared and cached by what they are rather than by where they
 * stand.
 */
public final class Content {
  private final byte[] bytes;
  private volatile @Nullable Digest digest;

  private Content(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Content copyOf(byte[] bytes) {
    return new Content(bytes.clone());
  }

  /** Takes the array over without copying it; the caller must not touch it again. */
  public static Content ofOwned(byte[] bytes) {
    return new Content(bytes);
  }

  public static Content ofText(String text) {
    return new Content(text.getBytes(UTF_8));
  }

  public int size() {
    return bytes.length;
  }

  public byte[] toByteArray() {
    return bytes.clone();
  }

  public InputStream openStream() {
    return new ByteArrayInputStream(bytes);
  }

  /** The text, with U+FFFD in place of what is not UTF-8. */
  public String text() {
    return new String(bytes, UTF_8);
  }

  /** One character for each byte: the form in which the template engine holds Go strings. */
  public String byteString() {
    return new String(bytes, ISO_8859_1);
  }

  public boolean startsWith(byte... prefix) {
    return bytes.length >= prefix.length
        && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
  }

  /** Computed once, on first use. */
  public Digest digest() {
    Digest known = digest;
    if (known == null) {
      known = Digest.sha256(bytes);
      digest = known;
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Content that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Content[" + bytes.length + " bytes]";
  }
}
