package io.agentsrender.yaml.json;

/**
 * A number as written, which Go's decoder gives when asked to keep numbers (UseNumber).
 *
 * @param text a valid JSON number
 */
public record JsonNumber(String text) {
  @Override
  public String toString() {
    return text;
  }
}
