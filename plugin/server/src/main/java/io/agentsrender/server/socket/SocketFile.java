package io.agentsrender.server.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
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
  private static final int LONGEST_PATH = 107;

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
      throw new UnusableSocketException(
          "the path "
              + path
              + " has "
              + length
              + " bytes, and a unix socket's may have "
              + LONGEST_PATH
              + "; shorten ARGOCD_PLUGINSOCKFILEPATH or the plugin's name");
    }
    Path folder = path.resolveSibling("");
    if (!Files.isDirectory(folder)) {
      throw new UnusableSocketException(
          "there is no folder "
              + folder
              + "; mount the volume shared with the repo-server there, or set"
              + " ARGOCD_PLUGINSOCKFILEPATH");
    }
    try {
      BasicFileAttributes file =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!file.isOther()) {
        throw new UnusableSocketException(path + " is there and is no socket; remove it");
      }
    } catch (NoSuchFileException e) {
      return;
    } catch (IOException e) {
      throw new UnusableSocketException(path + " cannot be looked at: " + e.getMessage());
    }
    if (answers()) {
      throw new UnusableSocketException(
          "another server answers on " + path + "; stop it, or give this plugin another name");
    }
    remove();
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

  /** Unregisters the plugin; without effect where the file is gone. */
  public void remove() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + path, e);
    }
  }
}
