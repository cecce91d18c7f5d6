package io.agentsrender.fetch.cache;

import io.agentsrender.source.Digest;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a cache folder below its size: the contents not used for longest go, and with them the
 * entries that name them.
 */
final class Eviction {
  /** After an eviction so much of the size is in use, so that the next is not due at once. */
  private static final double KEPT = 0.8;

  /** What a process that died left behind. */
  private static final Duration LEFT_BEHIND = Duration.ofHours(1);

  private final Path entries;
  private final Path contents;
  private final Path incoming;
  private final long maxBytes;

  /** Negative until the folder has been measured. */
  private long bytes = -1;

  Eviction(Path entries, Path contents, Path incoming, long maxBytes) {
    this.entries = entries;
    this.contents = contents;
    this.incoming = incoming;
    this.maxBytes = maxBytes;
  }

  long maxBytes() {
    return maxBytes;
  }

  private record Stored(Path file, long size, Instant used) {}

  /** Takes note of a new content, and makes room where there is too much. */
  synchronized void added(long size, Path kept) throws IOException {
    bytes = bytes < 0 ? measure() : bytes + size;
    if (bytes > maxBytes) {
      evict(kept);
    }
  }

  private long measure() throws IOException {
    return stored(contents).stream().mapToLong(Stored::size).sum();
  }

  private void evict(Path kept) throws IOException {
    List<Stored> oldestFirst =
        stored(contents).stream().sorted(Comparator.comparing(Stored::used)).toList();
    long left = oldestFirst.stream().mapToLong(Stored::size).sum();
    for (Stored content : oldestFirst) {
      if (left <= maxBytes * KEPT) {
        break;
      }
      if (!content.file().equals(kept)) {
        Files.deleteIfExists(content.file());
        left -= content.size();
      }
    }
    bytes = left;
    removeEntriesWithoutContent();
    removeLeftBehind();
  }

  private void removeEntriesWithoutContent() throws IOException {
    for (Stored entry : stored(entries)) {
      boolean sound =
          lines(entry.file()).flatMap(EntryFile::content).map(this::exists).orElse(true);
      if (!sound) {
        Files.deleteIfExists(entry.file());
      }
    }
  }

  /** Empty where the file is gone by now. */
  private static Optional<List<String>> lines(Path file) throws IOException {
    try {
      return Optional.of(Files.readAllLines(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private boolean exists(Digest content) {
    return Files.exists(contents.resolve(content.hex().substring(0, 2)).resolve(content.hex()));
  }

  private void removeLeftBehind() throws IOException {
    Instant old = Instant.now().minus(LEFT_BEHIND);
    for (Stored file : stored(incoming)) {
      if (file.used().isBefore(old)) {
        Files.deleteIfExists(file.file());
      }
    }
  }

  /** Other processes write and evict meanwhile: what is gone by now is passed over. */
  private static List<Stored> stored(Path folder) throws IOException {
    List<Stored> found = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            found.add(
                new Stored(file, attributes.size(), attributes.lastModifiedTime().toInstant()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException cause) {
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }
}
