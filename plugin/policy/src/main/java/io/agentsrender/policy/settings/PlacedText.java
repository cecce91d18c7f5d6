package io.agentsrender.policy.settings;

import io.agentsrender.source.Position;
import io.agentsrender.yaml.ScalarNode;

/**
 * A name or another short text, and where it was set.
 *
 * @param text as written: a number keeps its digits
 */
public record PlacedText(String text, Position at) {
  public static PlacedText of(ScalarNode node) {
    return new PlacedText(node.text(), node.position());
  }

  @Override
  public String toString() {
    return text;
  }
}
