package io.agentsrender.server;

import io.agentsrender.server.archive.ArchiveLimits;
import io.agentsrender.source.budget.Budget;
import java.time.Duration;
import java.util.Map;

/**
 * How much the server takes on.
 *
 * @param archive of one call
 * @param treeBytes memory for all source trees, held and incoming
 * @param parallelism renders at the same time
 * @param budget of one render; its time comes from the call's deadline
 * @param timeout of a call whose client sets no deadline
 * @param grace for calls in flight when the server is told to stop
 * @param messageBytes of one gRPC message, either way
 */
public record ServerLimits(
    ArchiveLimits archive,
    long treeBytes,
    int parallelism,
    Budget budget,
    Duration timeout,
    Duration grace,
    int messageBytes) {

  /** Below the 30 s that Kubernetes gives a pod to stop. */
  private static final Duration GRACE = Duration.ofSeconds(25);

  private static final int MESSAGE_MIB = 100;

  public static ServerLimits defaults() {
    return read(Map.of());
  }

  /**
   * Reads the limits from environment variables; those that are not set have their defaults.
   *
   * @throws io.agentsrender.source.RenderException where a value is malformed
   */
  public static ServerLimits read(Map<String, String> environment) {
    Settings settings = new Settings(environment);
    ArchiveLimits archive = ArchiveLimits.DEFAULT;
    Budget budget = Budget.DEFAULT;
    return new ServerLimits(
        new ArchiveLimits(
            settings.bytes("AGENTS_RENDER_MAX_ARCHIVE_BYTES", archive.packedBytes()),
            settings.bytes("AGENTS_RENDER_MAX_UNPACKED_BYTES", archive.unpackedBytes()),
            settings.count("AGENTS_RENDER_MAX_ARCHIVE_RATIO", archive.ratio()),
            settings.count("AGENTS_RENDER_MAX_ARCHIVE_ENTRIES", archive.entries()),
            settings.count("AGENTS_RENDER_MAX_ARCHIVE_NAME_BYTES", archive.nameBytes()),
            settings.count("AGENTS_RENDER_MAX_ARCHIVE_DEPTH", archive.depth())),
        settings.bytes("AGENTS_RENDER_TREE_BYTES", Runtime.getRuntime().maxMemory() / 5 * 2),
        settings.count("AGENTS_RENDER_PARALLELISM", Runtime.getRuntime().availableProcessors()),
        budget
            .withSteps(settings.bytes("AGENTS_RENDER_MAX_STEPS", budget.steps()))
            .withOutputBytes(
                settings.bytes("AGENTS_RENDER_MAX_OUTPUT_BYTES", budget.outputBytes())),
        Duration.ofSeconds(settings.count("AGENTS_RENDER_MAX_SECONDS", 300)),
        Duration.ofSeconds(settings.count("AGENTS_RENDER_STOP_SECONDS", (int) GRACE.toSeconds())),
        settings.countUpTo("ARGOCD_GRPC_MAX_SIZE_MB", MESSAGE_MIB, Integer.MAX_VALUE >> 20) << 20);
  }

  public ServerLimits withArchive(ArchiveLimits archive) {
    return new ServerLimits(archive, treeBytes, parallelism, budget, timeout, grace, messageBytes);
  }

  public ServerLimits withTreeBytes(long treeBytes) {
    return new ServerLimits(archive, treeBytes, parallelism, budget, timeout, grace, messageBytes);
  }

  public ServerLimits withParallelism(int parallelism) {
    return new ServerLimits(archive, treeBytes, parallelism, budget, timeout, grace, messageBytes);
  }

  public ServerLimits withTimeout(Duration timeout) {
    return new ServerLimits(archive, treeBytes, parallelism, budget, timeout, grace, messageBytes);
  }

  public ServerLimits withGrace(Duration grace) {
    return new ServerLimits(archive, treeBytes, parallelism, budget, timeout, grace, messageBytes);
  }

  public ServerLimits withMessageBytes(int messageBytes) {
    return new ServerLimits(archive, treeBytes, parallelism, budget, timeout, grace, messageBytes);
  }
}
