package io.agentsrender.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.CommandRun;
import io.agentsrender.manifest.FieldPath;
import io.agentsrender.source.Content;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.read.YamlReader;
import io.agentsrender.yaml.write.YamlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** An Application of the example, rendered on the command line with the parameters it declares. */
final class Declared {
  private static final Path APPLICATIONS = CommandRun.EXAMPLE.resolve("argocd/applications");

  /** The flags whose names are not those of the parameters. */
  private static final Map<String, String> FLAGS = Map.of("values-files", "--values");

  private final MapNode application;

  Declared(String name) throws IOException {
    Path file = APPLICATIONS.resolve(name).resolve("application.yaml");
    Node node = YamlReader.of(Dialect.HELM).first(Content.ofOwned(Files.readAllBytes(file)), name);
    this.application = (MapNode) node;
  }

  private String text(String... path) {
    return FieldPath.of(path).text(application).orElseThrow();
  }

  /** The arguments of {@code render} for it, and more. */
  List<String> arguments(String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("render", text("spec", "source", "path"), "--root=."));
    arguments.add("--app-name=" + text("metadata", "name"));
    arguments.add("--namespace=" + text("spec", "destination", "namespace"));
    arguments.addAll(parameters());
    arguments.addAll(List.of(more));
    return arguments;
  }

  private List<String> parameters() {
    List<String> flags = new ArrayList<>();
    ListNode parameters =
        FieldPath.of("spec", "source", "plugin", "parameters").list(application).orElseThrow();
    for (Node item : parameters.items()) {
      MapNode parameter = (MapNode) item;
      String name = String.valueOf(parameter.get("name"));
      String flag = FLAGS.getOrDefault(name, "--" + name);
      if (parameter.get("string") != null) {
        flags.add(flag + "=" + Objects.requireNonNull(parameter.get("string")));
      } else if (parameter.get("array") instanceof ListNode values) {
        values.items().forEach(value -> flags.add(flag + "=" + value));
      }
    }
    return flags;
  }

  /** With other settings in the parameter. */
  CommandRun renderWith(String policies, String... more) {
    List<String> arguments = arguments(more);
    arguments.removeIf(it -> it.startsWith("--policies="));
    arguments.add("--policies=" + policies);
    return CommandRun.in(CommandRun.EXAMPLE, arguments.toArray(String[]::new));
  }

  CommandRun render(String... more) {
    return CommandRun.in(CommandRun.EXAMPLE, arguments(more).toArray(String[]::new));
  }

  /** The same without the settings of policies. */
  CommandRun renderPlain() {
    List<String> arguments = new ArrayList<>(arguments());
    arguments.removeIf(it -> it.startsWith("--policies=") || it.endsWith("/policies.yaml"));
    return CommandRun.in(CommandRun.EXAMPLE, arguments.toArray(String[]::new));
  }

  /** The objects of a stream by kind and name, each as YAML with sorted keys. */
  static Map<String, String> objects(String stream) {
    Map<String, String> objects = new TreeMap<>();
    for (Node document : YamlReader.of(Dialect.HELM).all(stream, "objects.yaml")) {
      if (document instanceof MapNode object) {
        String name =
            object.get("kind") + "/" + FieldPath.of("metadata", "name").text(object).orElseThrow();
        assertThat(objects.put(name, YamlWriter.goYamlV2().write(object))).as(name).isNull();
      }
    }
    return objects;
  }
}
