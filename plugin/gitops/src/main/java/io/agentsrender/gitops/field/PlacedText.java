package io.agentsrender.gitops.field;

import io.agentsrender.source.Position;
import io.agentsrender.yaml.ScalarNode;

/**
 * A short text and where it was set.
 *
 * @param text as written: a number keeps its digits
 */
public record PlacedText(String text, Position at) {
  static PlacedText of(ScalarNode node) {
    return new PlacedText(node.text(), node.position());
  }

  @Override
  public String toString() {
    return text;
  }
}
