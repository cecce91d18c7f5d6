package io.agentsrender.yaml.read.map;

/**
 * Counts the nodes of a document as if every alias were written out, and refuses what go-yaml
 * refuses (decode.go, allowedAliasRatio).
 */
public final class AliasMeter {
  private static final long SMALL = 400_000;
  private static final long LARGE = 4_000_000;
  private static final long SATURATED = Long.MAX_VALUE / 4;

  private final long maxNodes;

  /** The document itself counts. */
  private long nodes = 1;

  private long aliased;

  public AliasMeter(long maxNodes) {
    this.maxNodes = maxNodes;
  }

  public long nodes() {
    return nodes;
  }

  public void count(int change) {
    nodes += change;
  }

  /** An alias, which stands for so many nodes. */
  public void countAlias(long targetNodes) {
    nodes = Math.min(SATURATED, nodes + 1 + targetNodes);
    aliased = Math.min(SATURATED, aliased + targetNodes);
  }

  public boolean isTooLarge() {
    return nodes > maxNodes;
  }

  /** Whether go-yaml finds that too much of the document comes from aliases. */
  public boolean isExcessive() {
    return aliased > 100 && nodes > 1000 && (double) aliased / nodes > allowedRatio(nodes);
  }

  private static double allowedRatio(long nodes) {
    if (nodes <= SMALL) {
      return 0.99;
    }
    if (nodes >= LARGE) {
      return 0.10;
    }
    return 0.99 - 0.89 * ((double) (nodes - SMALL) / (LARGE - SMALL));
  }
}
