package io.agentsrender.helm.testing;

import io.agentsrender.source.SourceTree;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;

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
}
