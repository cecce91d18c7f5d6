package io.agentsrender.yaml.read;

/**
 * What one YAML stream may be. The text is untrusted, so each of these ends in an error.
 *
 * @param bytes size of the stream
 * @param depth collections inside of each other; go-yaml allows 10,000, which no real file comes
 *     near
 * @param expandedNodes nodes of one document if every alias were written out. For Helm the rule of
 *     go-yaml about the share of aliases applies too.
 */
public record YamlLimits(int bytes, int depth, long expandedNodes) {
  /** 64 MiB, 1000 levels, ten million nodes. */
  public static final YamlLimits DEFAULT = new YamlLimits(64 << 20, 1000, 10_000_000L);

  public YamlLimits {
    if (bytes <= 0 || depth <= 0 || expandedNodes <= 0) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }

  public YamlLimits withBytes(int bytes) {
    return new YamlLimits(bytes, depth, expandedNodes);
  }

  public YamlLimits withDepth(int depth) {
    return new YamlLimits(bytes, depth, expandedNodes);
  }

  public YamlLimits withExpandedNodes(long expandedNodes) {
    return new YamlLimits(bytes, depth, expandedNodes);
  }
}
