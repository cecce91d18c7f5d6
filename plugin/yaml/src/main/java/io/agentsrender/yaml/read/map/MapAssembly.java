package io.agentsrender.yaml.read.map;

import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import org.jspecify.annotations.Nullable;

/** A map being composed: takes keys and values in turn, and resolves merge keys. */
public abstract sealed class MapAssembly permits HelmMap, KustomizeMap {
  /**
   * A key.
   *
   * @param aliased whether it stands there as an alias
   */
  record Key(Node node, long mark, boolean aliased) {}

  private @Nullable Key key;
  private boolean merge;

  public final boolean expectsKey() {
    return key == null;
  }

  public final void add(Node node, long mark, boolean aliased) {
    Key pending = key;
    if (pending == null) {
      key = new Key(node, mark, aliased);
      merge = !aliased && node instanceof ScalarNode scalar && isMerge(scalar);
      keyAdded(node, mark, merge);
      return;
    }
    key = null;
    if (pending.node instanceof ScalarNode scalar) {
      if (merge) {
        addMerge(scalar, node, mark, aliased);
      } else {
        addEntry(scalar, pending.aliased, node, mark);
      }
    }
  }

  abstract boolean isMerge(ScalarNode key);

  abstract void keyAdded(Node key, long mark, boolean merge);

  /**
   * Adds an entry.
   *
   * @param mark of the value
   */
  abstract void addEntry(ScalarNode key, boolean keyAliased, Node value, long mark);

  /**
   * Adds what a merge key brings.
   *
   * @param mark of the value
   * @param aliased whether the value stands there as an alias
   */
  abstract void addMerge(ScalarNode key, Node value, long mark, boolean aliased);

  public abstract MapNode build(boolean flow, String file, int line, int column);
}
