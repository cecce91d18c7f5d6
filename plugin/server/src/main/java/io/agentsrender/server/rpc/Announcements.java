package io.agentsrender.server.rpc;

import io.agentsrender.proto.repository.ParameterAnnouncement;
import io.agentsrender.render.parameter.Parameter;
import io.agentsrender.render.parameter.ParameterTable;
import io.agentsrender.server.plugin.PluginDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parameters for Argo CD's UI: those every render takes, then those of the plugin's own
 * configuration, which replace one of the same name.
 */
final class Announcements {
  private Announcements() {}

  static List<ParameterAnnouncement> of(PluginDefinition plugin) {
    Set<String> replaced =
        plugin.announcements().stream()
            .map(ParameterAnnouncement::getName)
            .collect(Collectors.toSet());
    List<ParameterAnnouncement> all = new ArrayList<>();
    for (Parameter parameter : ParameterTable.all()) {
      if (!replaced.contains(parameter.name())) {
        all.add(announce(parameter));
      }
    }
    all.addAll(plugin.announcements());
    return all;
  }

  private static ParameterAnnouncement announce(Parameter parameter) {
    ParameterAnnouncement.Builder announcement =
        ParameterAnnouncement.newBuilder()
            .setName(parameter.name())
            .setTitle(parameter.title())
            .setTooltip(tooltip(parameter))
            .setItemType(parameter.kind() == Parameter.Kind.BOOLEAN ? "boolean" : "string")
            .setCollectionType(collectionType(parameter.kind()));
    if (parameter.kind() == Parameter.Kind.BOOLEAN) {
      announcement.setString(parameter.defaultText());
    }
    return announcement.build();
  }

  private static String tooltip(Parameter parameter) {
    return parameter.meaning() + " (default: " + parameter.defaultText() + ")";
  }

  private static String collectionType(Parameter.Kind kind) {
    return switch (kind) {
      case STRING, BOOLEAN -> "string";
      case ARRAY -> "array";
      case MAP -> "map";
    };
  }
}
