package io.agentsrender.cli.example;

import io.agentsrender.cli.CommandRun;
import io.agentsrender.manifest.FieldPath;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.read.YamlReader;
import io.agentsrender.yaml.write.YamlWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The components of the example, found on disk. */
final class ExampleComponents {
  /** The environments and their namespaces. */
  static final Map<String, String> NAMESPACES =
      new TreeMap<>(
          Map.of(
              "dev", "ameide-dev",
              "staging", "ameide-staging",
              "production", "ameide-prod",
              "local", "ameide-local"));

  private static final String SHARED = "_shared";

  private ExampleComponents() {}

  /**
   * A component in an environment.
   *
   * @param folder from the root of the example
   */
  record Deployed(String name, String folder, String environment, MapNode file) {
    boolean hasChart() {
      return file.has("chart");
    }

    Path path() {
      return CommandRun.EXAMPLE.resolve(folder);
    }

    @Override
    public String toString() {
      return name + " in " + environment;
    }
  }

  /** Every component in every environment that it is for. */
  static List<Deployed> all() throws IOException {
    List<Deployed> found = new ArrayList<>();
    Path environments = CommandRun.EXAMPLE.resolve("environments");
    try (Stream<Path> files = Files.walk(environments)) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        if (file.endsWith("component.yaml")) {
          String owner = environments.relativize(file).getName(0).toString();
          List<String> where =
              owner.equals(SHARED) ? List.copyOf(NAMESPACES.keySet()) : List.of(owner);
          where.forEach(environment -> found.add(deployed(file, environment)));
        }
      }
    }
    return found;
  }

  private static Deployed deployed(Path file, String environment) {
    MapNode component = read(file);
    String folder = CommandRun.EXAMPLE.relativize(file.resolveSibling("")).toString();
    return new Deployed(
        FieldPath.of("name").text(component).orElseThrow(),
        folder.replace('\\', '/'),
        environment,
        component);
  }

  static MapNode read(Path file) {
    try {
      return (MapNode)
          YamlReader.of(Dialect.HELM).first(Files.readString(file), String.valueOf(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The objects of a stream, each as YAML with sorted keys. */
  static List<String> objects(String stream) {
    return YamlReader.of(Dialect.HELM).all(stream, "objects.yaml").stream()
        .filter(MapNode.class::isInstance)
        .map(YamlWriter.goYamlV2()::write)
        .toList();
  }
}
