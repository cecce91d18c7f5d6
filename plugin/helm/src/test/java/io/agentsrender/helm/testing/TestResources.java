package io.agentsrender.helm.testing;

import io.agentsrender.source.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Folders among the test resources. */
public final class TestResources {
  private TestResources() {}

  /** A folder of this machine. */
  public static Path folder(String name) {
    URL url = Objects.requireNonNull(TestResources.class.getResource(name), name);
    try {
      URI uri = url.toURI();
      return Path.of(uri);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same as a source tree. */
  public static SourceTree tree(String name) {
    return SourceTree.ofFolder(folder(name));
  }

  /** The lines of a file, without those that start with a number sign. */
  public static Set<String> lines(String name) {
    try (Stream<String> lines = Files.lines(folder(name))) {
      return lines.filter(line -> !line.startsWith("#")).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
