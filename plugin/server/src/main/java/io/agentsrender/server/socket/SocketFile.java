package io.agentsrender.server.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The file of one plugin's socket. The folder outlives the container, so that a crashed server
 * leaves a dead socket behind.
 */
public record SocketFile(Path path) {
  /** {@code sun_path} of Linux has 108 bytes, the closing zero among them. */
  public static final int LONGEST_PATH = 107;

  /** What is said of a file that stands where the socket should be. */
  public static final String NO_SOCKET = "a file is there that is no socket";

  private static final String SAME_USER =
      "Run the sidecar as the repo-server's user (runAsUser: 999), and mount the shared volume"
          + " without readOnly.";

  public SocketFile {
    path = path.toAbsolutePath().normalize();
  }

  public UnixDomainSocketAddress address() {
    return UnixDomainSocketAddress.of(path);
  }

  /**
   * Makes way for a new socket: a dead one is removed.
   *
   * @throws UnusableSocketException where a server answers on it, or the file is no socket, or the
   *     path cannot be one
   */
  public void clear() throws UnusableSocketException {
    int length = path.toString().getBytes(UTF_8).length;
    if (length > LONGEST_PATH) {
      throw unusable(
          "the path has " + length + " bytes, and a unix socket's may have " + LONGEST_PATH,
          "Shorten ARGOCD_PLUGINSOCKFILEPATH or the plugin's name.");
    }
    if (!Files.isDirectory(path.resolveSibling(""))) {
      throw unusable(
          "there is no such folder",
          "Mount the volume shared with the repo-server there, or set ARGOCD_PLUGINSOCKFILEPATH.");
    }
    try {
      BasicFileAttributes file =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!file.isOther()) {
        throw unusable(NO_SOCKET, "Remove it, or give this plugin another name.");
      }
      if (answers()) {
        throw unusable(
            "another server answers on it", "Stop that one, or give this plugin another name.");
      }
      remove();
    } catch (NoSuchFileException e) {
      // Nothing is in the way.
    } catch (UnusableSocketException e) {
      throw e;
    } catch (IOException e) {
      throw unusable("what is there cannot be replaced: " + e.getMessage(), SAME_USER);
    }
  }

  /** The failure to bind it, which is mostly one of permissions. */
  public UnusableSocketException cannotBind(IOException cause) {
    Throwable root = cause.getCause() == null ? cause : cause.getCause();
    return unusable("it cannot be made: " + root.getMessage(), SAME_USER);
  }

  private UnusableSocketException unusable(String reason, String advice) {
    return new UnusableSocketException(path, reason, advice);
  }

  private boolean answers() {
    try (SocketChannel channel = SocketChannel.open(address())) {
      return channel.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether the file is there. */
  public boolean exists() {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Unregisters the plugin; without effect where the file is gone.
   *
   * @throws IOException where it cannot be removed
   */
  public void remove() throws IOException {
    Files.deleteIfExists(path);
  }
}
