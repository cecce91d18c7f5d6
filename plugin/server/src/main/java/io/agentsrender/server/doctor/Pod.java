package io.agentsrender.server.doctor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the process runs in.
 *
 * @param user its numeric id, where the system tells
 * @param memoryLimit of the container, in bytes, where it has one
 * @param heapLimit bytes
 * @param processors that renders may use
 * @param java version of the runtime
 * @param startsFromCache whether the JDK's ahead-of-time cache is asked for
 */
public record Pod(
    OptionalLong user,
    OptionalLong memoryLimit,
    long heapLimit,
    int processors,
    String java,
    boolean startsFromCache) {

  /** cgroup v2, then v1. */
  private static final List<Path> MEMORY_LIMITS =
      List.of(
          Path.of("/sys/fs/cgroup/memory.max"),
          Path.of("/sys/fs/cgroup/memory/memory.limit_in_bytes"));

  /** What cgroup v1 writes for "none" is near the largest number. */
  private static final long NO_LIMIT = 1L << 60;

  public static Pod ofThisProcess() {
    return new Pod(
        currentUser(),
        containerMemory(),
        Runtime.getRuntime().maxMemory(),
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().toString(),
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .anyMatch(argument -> argument.startsWith("-XX:AOTCache=")));
  }

  private static OptionalLong currentUser() {
    try {
      Object id = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
      return id instanceof Number number
          ? OptionalLong.of(number.longValue())
          : OptionalLong.empty();
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return OptionalLong.empty();
    }
  }

  private static OptionalLong containerMemory() {
    for (Path file : MEMORY_LIMITS) {
      try {
        long limit = Long.parseLong(Files.readString(file).strip());
        return limit < NO_LIMIT ? OptionalLong.of(limit) : OptionalLong.empty();
      } catch (IOException | NumberFormatException e) {
        // "max", or the other kind of cgroup.
      }
    }
    return OptionalLong.empty();
  }
}
