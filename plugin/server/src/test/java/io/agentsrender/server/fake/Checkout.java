package io.agentsrender.server.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A clone of a repository, packed as the repo-server packs it: in lexical order, the root as {@code
 * .} first, folders without a slash at the end, {@code .git} and all.
 */
public final class Checkout {
  private static final String LINK = "\0link:";

  private final Map<String, byte[]> entries = new TreeMap<>();
  private final TreeSet<String> folders = new TreeSet<>();

  /** A folder as it lies on the disk, its links as links. */
  public static Checkout of(Path folder) {
    Checkout checkout = new Checkout();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths.filter(path -> !path.equals(folder))::iterator) {
        String name = folder.relativize(path).toString();
        if (Files.isSymbolicLink(path)) {
          checkout.link(name, Files.readSymbolicLink(path).toString());
        } else if (Files.isDirectory(path)) {
          checkout.folder(name);
        } else {
          checkout.file(name, Files.readAllBytes(path));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return checkout;
  }

  public Checkout file(String path, String content) {
    return file(path, content.getBytes(UTF_8));
  }

  public Checkout file(String path, byte[] content) {
    entries.put(path, content);
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      folders.add(path.substring(0, slash));
    }
    return this;
  }

  public Checkout link(String path, String target) {
    return file(path, LINK + target);
  }

  public Checkout folder(String path) {
    file(path + "/x", "");
    entries.remove(path + "/x");
    return this;
  }

  /** What git keeps of itself: the renderer must not see it. */
  public Checkout withGit() {
    return file(".git/HEAD", "ref: refs/heads/main\n")
        .file(".git/config", "[remote \"origin\"]\n\turl = https://git.example.com/team/apps.git\n")
        .file(".git/objects/pack/pack-1.pack", new byte[100_000]);
  }

  /** A manifest that needs no more. */
  public Checkout configMap(String path, String name, String value) {
    return file(
        path,
        "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: "
            + name
            + "\ndata:\n  value: \""
            + value
            + "\"\n");
  }

  public byte[] pack() {
    TarGz archive = new TarGz();
    archive.entry(".", '5', "", new byte[0]);
    TreeSet<String> paths = new TreeSet<>(folders);
    paths.addAll(entries.keySet());
    for (String path : paths) {
      byte[] content = entries.get(path);
      if (content == null) {
        archive.entry(path, '5', "", new byte[0]);
      } else {
        String text = content.length < 4096 ? new String(content, UTF_8) : "";
        boolean link = text.startsWith(LINK);
        archive.entry(
            path,
            link ? '2' : '0',
            link ? text.substring(LINK.length()) : "",
            link ? new byte[0] : content);
      }
    }
    return archive.bytes();
  }
}
