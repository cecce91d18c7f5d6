package io.agentsrender.gotemplate.statement;

import io.agentsrender.gotemplate.parse.node.Node;
import io.agentsrender.gotemplate.parse.node.Statement;
import io.agentsrender.gotemplate.parse.node.TemplateText;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.source.Position;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which place of which template each byte of an output comes from. What an {@code include} returns
 * comes from the action that prints it. Recording costs two words for each piece of text or action.
 */
public final class OutputMap {
  private int size;
  private int[] offsets = new int[64];
  private Node[] nodes = new Node[64];
  private TemplateText[] sources = new TemplateText[64];

  void mark(int offset, TemplateText source, Node node) {
    if (size == offsets.length) {
      offsets = Arrays.copyOf(offsets, 2 * size);
      nodes = Arrays.copyOf(nodes, 2 * size);
      sources = Arrays.copyOf(sources, 2 * size);
    }
    offsets[size] = offset;
    nodes[size] = node;
    sources[size] = source;
    size++;
  }

  /** Forgets everything, to be used for another output. */
  public void clear() {
    size = 0;
  }

  /**
   * The place that wrote the byte at an offset of the output.
   *
   * @return empty where nothing was written before the offset
   */
  public Optional<Position> positionOf(int offset) {
    int found = Arrays.binarySearch(offsets, 0, size, offset);
    int at = found >= 0 ? lastOf(found) : -found - 2;
    if (at < 0) {
      return Optional.empty();
    }
    Node node = nodes[at];
    TemplateText source = sources[at];
    int pos = node.pos();
    if (node instanceof Statement.Text text) {
      pos += Math.min(offset - offsets[at], text.text().length());
    }
    return Optional.of(
        new Position(GoString.decode(source.name()), source.line(pos), source.column(pos)));
  }

  /** Pieces that write nothing share their offset with the one that follows. */
  private int lastOf(int found) {
    int at = found;
    while (at + 1 < size && offsets[at + 1] == offsets[at]) {
      at++;
    }
    return at;
  }
}
