package io.agentsrender.server.plugin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.agentsrender.proto.repository.ParameterAnnouncement;
import io.agentsrender.render.parameter.ParameterTable;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.match.MalformedPatternException;
import io.agentsrender.source.match.TreeGlob;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a {@code plugin.yaml}. Several documents in it are several plugins of this process.
 *
 * <p>Keys that mean nothing here are passed over, as the official server does with those it does
 * not know; commands are not, where leaving them out would change what a plugin does.
 */
public final class PluginFile {
  private static final String KIND = "ConfigManagementPlugin";
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private final String file;
  private final List<Problem> problems = new ArrayList<>();
  private final List<PluginDefinition> plugins = new ArrayList<>();

  private PluginFile(String file) {
    this.file = file;
  }

  /**
   * What a file says.
   *
   * @param notes warnings for the log
   */
  public record Content(List<PluginDefinition> plugins, List<Problem> notes) {}

  /**
   * Reads {@code text}.
   *
   * @param file its name, for errors
   * @throws RenderException with everything that is wrong with it
   */
  public static Content read(String text, String file) {
    PluginFile reader = new PluginFile(file);
    reader.readDocuments(text);
    if (reader.problems.stream().anyMatch(Problem::isError)) {
      throw new RenderException(reader.problems.stream().filter(Problem::isError).toList());
    }
    return new Content(List.copyOf(reader.plugins), List.copyOf(reader.problems));
  }

  private void readDocuments(String text) {
    try (MappingIterator<JsonNode> documents = YAML.readerFor(JsonNode.class).readValues(text)) {
      while (documents.hasNextValue()) {
        JsonNode document = documents.nextValue();
        if (!document.isNull() && !document.isMissingNode()) {
          plugins.add(plugin(document));
        }
      }
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      problems.add(
          Problem.error("reading the plugin's configuration", e.getOriginalMessage())
              .withPlace(
                  at == null
                      ? Position.ofFile(file)
                      : new Position(
                          file, Math.max(at.getLineNr(), 0), Math.max(at.getColumnNr(), 0))));
    } catch (IOException e) {
      throw new IllegalStateException("text in memory cannot fail to be read", e);
    }
    if (plugins.isEmpty() && problems.isEmpty()) {
      error("the file has no plugin in it");
    }
  }

  private PluginDefinition plugin(JsonNode document) {
    if (!KIND.equals(document.path("kind").asText())) {
      error("kind is \"" + document.path("kind").asText() + "\" and should be " + KIND);
    }
    String name = document.path("metadata").path("name").asText();
    if (name.isEmpty() || name.contains("/")) {
      error("metadata.name is \"" + name + "\"; it becomes the name of the plugin's socket");
    }
    JsonNode spec = document.path("spec");
    noteIgnored(spec, "generate", "this plugin renders in its own process");
    noteIgnored(spec, "init", "whatever it prepared has to be in the repository");
    return new PluginDefinition(
        name,
        version(spec),
        discovery(spec.path("discover")),
        announcements(spec.path("parameters")),
        spec.path("provideGitCreds").asBoolean());
  }

  private String version(JsonNode spec) {
    JsonNode version = spec.path("version");
    if (version.isNumber()) {
      error("spec.version is a number; write it in quotes");
    }
    if (version.asText().contains("/")) {
      error("spec.version is \"" + version.asText() + "\"; it becomes part of a file name");
    }
    return version.asText();
  }

  private Discovery discovery(JsonNode discover) {
    refuseCommand(discover.path("find"), "spec.discover.find.command");
    String fileName = discover.path("fileName").asText();
    String glob = discover.path("find").path("glob").asText();
    try {
      if (!fileName.isEmpty()) {
        return new Discovery.FileName(TreeGlob.of(fileName));
      }
      if (!glob.isEmpty()) {
        return new Discovery.FindGlob(DeepGlob.parse(glob));
      }
    } catch (MalformedPatternException e) {
      error("spec.discover.fileName: " + e.getMessage() + " \"" + fileName + "\"");
    } catch (IllegalArgumentException e) {
      error("spec.discover.find.glob: " + e.getMessage());
    }
    return new Discovery.None();
  }

  private List<ParameterAnnouncement> announcements(JsonNode parameters) {
    refuseCommand(parameters.path("dynamic"), "spec.parameters.dynamic.command");
    List<ParameterAnnouncement> announcements = new ArrayList<>();
    for (JsonNode parameter : parameters.path("static")) {
      ParameterAnnouncement announcement = announcement(parameter);
      noteUnknown(announcement.getName());
      announcements.add(announcement);
    }
    return announcements;
  }

  private ParameterAnnouncement announcement(JsonNode parameter) {
    ParameterAnnouncement.Builder announcement =
        ParameterAnnouncement.newBuilder()
            .setName(parameter.path("name").asText())
            .setTitle(parameter.path("title").asText())
            .setTooltip(parameter.path("tooltip").asText())
            .setRequired(parameter.path("required").asBoolean())
            .setItemType(parameter.path("itemType").asText())
            .setCollectionType(parameter.path("collectionType").asText())
            .setString(parameter.path("string").asText());
    parameter.path("array").forEach(item -> announcement.addArray(item.asText()));
    parameter
        .path("map")
        .properties()
        .forEach(entry -> announcement.putMap(entry.getKey(), entry.getValue().asText()));
    return announcement.build();
  }

  private void noteUnknown(String name) {
    if (ParameterTable.find(name).isEmpty()) {
      problems.add(
          Problem.warning(
                  "reading the plugin's configuration",
                  "spec.parameters.static announces \""
                      + name
                      + "\", which no render takes: an Application that sets it fails")
              .withPlace(Position.ofFile(file)));
    }
  }

  private void noteIgnored(JsonNode spec, String section, String why) {
    if (!spec.path(section).path("command").isEmpty()) {
      problems.add(
          Problem.warning(
                  "reading the plugin's configuration",
                  "spec." + section + ".command is ignored: " + why)
              .withPlace(Position.ofFile(file)));
    }
  }

  private void refuseCommand(JsonNode section, String key) {
    if (!section.path("command").isEmpty()) {
      problems.add(
          Problem.error(
                  "reading the plugin's configuration",
                  key + " is a command, and this plugin runs none")
              .withPlace(Position.ofFile(file))
              .withAdvice(
                  key.startsWith("spec.discover")
                      ? "Use spec.discover.fileName or spec.discover.find.glob."
                      : "Remove it: the parameters of this plugin are announced without it, and"
                          + " spec.parameters.static adds to them."));
    }
  }

  private void error(String reason) {
    problems.add(
        Problem.error("reading the plugin's configuration", reason)
            .withPlace(Position.ofFile(file)));
  }
}
