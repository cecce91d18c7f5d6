package io.agentsrender.fetch.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agentsrender.source.Content;
import io.agentsrender.source.Digest;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps entries in a folder: contents named by their SHA-256, and for every key a small file that
 * names its content. Several processes may share the folder, since files only ever appear whole.
 *
 * <p>A folder that has become unusable makes renders slower, and never fails them.
 */
final class DiskStore implements ContentStore {
  /** How stale the time of last use may be, so that reading does not always write. */
  private static final Duration USE_PRECISION = Duration.ofMinutes(1);

  private final Path entries;
  private final Path contents;
  private final Path incoming;
  private final Eviction eviction;

  /**
   * @throws RenderException where the folder cannot be made or written
   */
  DiskStore(Path folder, long maxBytes) {
    Path version = folder.resolve("v1");
    this.entries = version.resolve("entries");
    this.contents = version.resolve("content");
    this.incoming = version.resolve("incoming");
    this.eviction = new Eviction(entries, contents, incoming, maxBytes);
    try {
      Files.createDirectories(folder);
      if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")
          && Files.notExists(version)) {
        Files.createDirectory(
            version,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      Files.createDirectories(entries);
      Files.createDirectories(contents);
      Files.createDirectories(incoming);
      Files.delete(Files.createTempFile(incoming, "check", ""));
    } catch (IOException e) {
      throw new RenderException(
          Problem.error("opening the cache in " + folder, "the folder cannot be written")
              .withAdvice(
                  "Mount a writable volume there, or name another folder by --cache"
                      + " (AGENTS_RENDER_CACHE)."),
          e);
    }
  }

  @Override
  public Optional<CacheEntry> read(String key) {
    Path file = entryFile(key);
    try {
      if (Files.notExists(file)) {
        return Optional.empty();
      }
      Optional<EntryFile> entry = EntryFile.parse(Files.readString(file), key);
      Optional<Content> content = entry.flatMap(found -> content(found.digest()));
      if (content.isEmpty()) {
        Files.deleteIfExists(file);
      }
      return content.map(bytes -> new CacheEntry(bytes, entry.orElseThrow().attributes()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The content, if it still is what its name says. What is not goes at once. */
  private Optional<Content> content(Digest digest) {
    Path file = contentFile(digest);
    try {
      if (Files.notExists(file)) {
        return Optional.empty();
      }
      Content content = Content.ofOwned(Files.readAllBytes(file));
      if (!content.digest().equals(digest)) {
        Files.deleteIfExists(file);
        return Optional.empty();
      }
      markUsed(file);
      return Optional.of(content);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void markUsed(Path file) throws IOException {
    Instant now = Instant.now();
    if (Files.getLastModifiedTime(file).toInstant().plus(USE_PRECISION).isBefore(now)) {
      Files.setLastModifiedTime(file, FileTime.from(now));
    }
  }

  @Override
  public void write(String key, CacheEntry entry) {
    Content content = entry.content();
    if (content.size() > eviction.maxBytes()) {
      return;
    }
    EntryFile file = new EntryFile(key, content.digest(), entry.attributes());
    Path contentFile = contentFile(content.digest());
    try (InputStream bytes = content.openStream();
        InputStream text = Content.ofText(file.text()).openStream()) {
      place(bytes, contentFile);
      place(text, entryFile(key));
      eviction.added(content.size(), contentFile);
    } catch (IOException e) {
      return;
    }
  }

  private void place(InputStream bytes, Path target) throws IOException {
    Path fresh = incoming.resolve(UUID.randomUUID().toString());
    try {
      Files.copy(bytes, fresh);
      Files.createDirectories(target.getParent());
      Files.move(
          fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private Path contentFile(Digest digest) {
    return spread(contents, digest);
  }

  private Path entryFile(String key) {
    return spread(entries, Digest.sha256(key.getBytes(UTF_8)));
  }

  private static Path spread(Path folder, Digest digest) {
    return folder.resolve(digest.hex().substring(0, 2)).resolve(digest.hex());
  }
}
