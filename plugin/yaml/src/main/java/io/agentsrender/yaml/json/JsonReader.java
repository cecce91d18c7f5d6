package io.agentsrender.yaml.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/**
 * Reads JSON into plain values as Go's encoding/json reads it into an {@code interface{}}: maps in
 * the order of the text (the last of equal keys wins), lists, strings, Boolean, Double, null.
 */
public final class JsonReader {
  private final boolean keepNumbers;
  private final String file;

  private JsonReader(boolean keepNumbers, String file) {
    this.keepNumbers = keepNumbers;
    this.file = file;
  }

  /** A reader that names this file in its problems. */
  public static JsonReader of(String file) {
    return new JsonReader(false, file);
  }

  /** Gives numbers as {@link JsonNumber} instead of Double (UseNumber). */
  public JsonReader keepingNumbers() {
    return new JsonReader(true, file);
  }

  /**
   * A value, and where it ends.
   *
   * @param end offset in bytes after the value
   */
  public record Value(@Nullable Object value, int end) {}

  /**
   * Reads the one value of a text, as json.Unmarshal does.
   *
   * @throws JsonException where Go gives an error
   */
  public @Nullable Object read(byte[] source) {
    JsonParser parser = new JsonParser(source, 0, keepNumbers, file);
    Object value = parser.parse();
    parser.requireEnd();
    parser.raiseRange();
    return value;
  }

  /** {@link #read(byte[])} of a text. */
  public @Nullable Object read(String source) {
    return read(source.getBytes(UTF_8));
  }

  /**
   * Reads the first value of a text, as json.Decoder does; what follows it is not looked at.
   *
   * @throws JsonException where Go gives an error
   */
  public Value readFirst(byte[] source) {
    JsonParser parser = new JsonParser(source, 0, keepNumbers, file).ofStream();
    Object value = parser.parse();
    parser.raiseRange();
    return new Value(value, parser.end());
  }
}
