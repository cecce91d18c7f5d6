package io.agentsrender.fetch.credential;

import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files that hold one secret each, as Kubernetes mounts them. */
public final class SecretFile {
  private static final long MAX_BYTES = 1 << 20;

  private SecretFile() {}

  /**
   * The text of a file, without the line break that editors leave at the end.
   *
   * @throws FetchException where it cannot be read
   */
  public static Secret read(Path file) {
    return new Secret(text(file));
  }

  /**
   * The same where it is no secret.
   *
   * @throws FetchException where it cannot be read
   */
  public static String text(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw unreadable(file, "it is larger than " + MAX_BYTES + " bytes");
      }
      return Files.readString(file).stripTrailing();
    } catch (IOException e) {
      throw unreadable(
          file,
          Files.exists(file)
              ? "it cannot be read (" + e.getClass().getSimpleName() + ")"
              : "there is no such file");
    }
  }

  private static FetchException unreadable(Path file, String reason) {
    return FetchException.of(
        Kind.UNAUTHORIZED,
        "reading the credentials in " + file,
        reason,
        "Mount the Secret there, readable by the user that the plugin runs as.");
  }
}
