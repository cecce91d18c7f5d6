package io.agentsrender.server.doctor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What the process runs in.
 *
 * @param user its numeric id, where the system tells
 * @param memoryLimit of the container, in bytes, where it has one
 * @param heapLimit bytes
 * @param processors that renders may use
 * @param cpuLimit of the container, in CPUs, where it has one
 * @param openFiles how many the process may have open, where the system tells
 * @param java version of the runtime
 * @param startsFromCache whether the JDK's ahead-of-time cache is asked for
 */
public record Pod(
    OptionalLong user,
    OptionalLong memoryLimit,
    long heapLimit,
    int processors,
    OptionalDouble cpuLimit,
    OptionalLong openFiles,
    String java,
    boolean startsFromCache) {

  public static Pod ofThisProcess() {
    return new Pod(
        currentUser(),
        ContainerLimits.memory(ContainerLimits.MOUNTED),
        Runtime.getRuntime().maxMemory(),
        Runtime.getRuntime().availableProcessors(),
        ContainerLimits.cpus(ContainerLimits.MOUNTED),
        ContainerLimits.openFiles(Path.of("/proc/self/limits")),
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
}
