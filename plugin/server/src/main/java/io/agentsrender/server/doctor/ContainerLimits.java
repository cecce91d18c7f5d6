package io.agentsrender.server.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the kernel lets a container have, as cgroup v2 or v1 and the process's limits tell. */
final class ContainerLimits {
  /** Where a container sees its own group. */
  static final Path MOUNTED = Path.of("/sys/fs/cgroup");

  /** What cgroup v1 writes for "none" is near the largest number. */
  private static final long NO_LIMIT = 1L << 60;

  private static final Pattern OPEN_FILES = Pattern.compile("(?m)^Max open files\\s+(\\d+)");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  private ContainerLimits() {}

  /** Bytes. */
  static OptionalLong memory(Path group) {
    return Stream.of("memory.max", "memory/memory.limit_in_bytes")
        .map(file -> words(group.resolve(file)))
        .flatMap(words -> words.stream().limit(1))
        .filter(word -> NUMBER.matcher(word).matches())
        .mapToLong(Long::parseLong)
        .filter(limit -> limit < NO_LIMIT)
        .findFirst();
  }

  /** The part of the processors' time that it may use: 0.5 is half of one. */
  static OptionalDouble cpus(Path group) {
    List<String> quota = words(group.resolve("cpu.max"));
    if (quota.isEmpty()) {
      quota =
          Stream.of("cpu/cpu.cfs_quota_us", "cpu/cpu.cfs_period_us")
              .flatMap(file -> words(group.resolve(file)).stream())
              .toList();
    }
    return quota.size() == 2 && quota.stream().allMatch(word -> NUMBER.matcher(word).matches())
        ? OptionalDouble.of(Double.parseDouble(quota.get(0)) / Double.parseDouble(quota.get(1)))
        : OptionalDouble.empty();
  }

  /**
   * How many files may be open.
   *
   * @param limits the file of that name in {@code /proc}
   */
  static OptionalLong openFiles(Path limits) {
    Matcher found = OPEN_FILES.matcher(text(limits).orElse(""));
    return found.find() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
  }

  private static List<String> words(Path file) {
    return text(file)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(text -> List.of(text.split("\\s+", -1)))
        .orElse(List.of());
  }

  private static Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
