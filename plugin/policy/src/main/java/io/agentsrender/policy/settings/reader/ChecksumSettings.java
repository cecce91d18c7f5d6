package io.agentsrender.policy.settings.reader;

import io.agentsrender.policy.settings.ChecksumEntry;
import io.agentsrender.policy.settings.PlacedText;
import io.agentsrender.policy.settings.RolloutChecksums;
import io.agentsrender.policy.settings.RolloutChecksums.KeyStyle;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code rolloutChecksums}. What is off is looked at for unknown settings only. */
final class ChecksumSettings {
  private static final List<String> KNOWN =
      List.of("enabled", "auto", "keyStyle", "secrets", "configMaps");
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");

  private ChecksumSettings() {}

  static RolloutChecksums read(Section root) {
    Optional<Section> section = root.section(SettingsReader.CHECKSUMS, KNOWN);
    if (section.isEmpty() || !section.get().isTrue("enabled")) {
      return RolloutChecksums.OFF;
    }
    Section checksums = section.get();
    return new RolloutChecksums(
        true,
        checksums.at("enabled"),
        checksums.isTrue("auto"),
        checksums.choice("keyStyle", KeyStyle.class, KeyStyle.NAME),
        entries(checksums, "secrets"),
        entries(checksums, "configMaps"));
  }

  private static List<ChecksumEntry> entries(Section checksums, String key) {
    List<ChecksumEntry> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<Node> items = checksums.list(key);
    for (int i = 0; i < items.size(); i++) {
      Optional<ChecksumEntry> entry = entry(checksums, key, i, items.get(i));
      if (entry.isEmpty()) {
        continue;
      }
      PlacedText name = entry.get().name();
      if (seen.add(entry.get().namespace() + "/" + name)) {
        entries.add(entry.get());
      } else {
        checksums.error(
            checksums.path(key) + " names \"" + name + "\" twice",
            name.at(),
            "Leave one of them out.");
      }
    }
    return entries;
  }

  private static Optional<ChecksumEntry> entry(
      Section checksums, String key, int index, Node node) {
    if (node instanceof ScalarNode scalar && !scalar.isNull() && !scalar.text().isBlank()) {
      return Optional.of(
          new ChecksumEntry(PlacedText.of(scalar), Optional.empty(), Optional.empty()));
    }
    if (!(node instanceof MapNode map)) {
      checksums.wrong(
          key + "[" + index + "]", node, "a name or a map with name, namespace, checksum");
      return Optional.empty();
    }
    Section row = checksums.item(key, index, map, List.of("name", "namespace", "checksum"));
    Optional<PlacedText> name = row.text("name");
    if (name.isEmpty()) {
      row.error(row.path("name") + " is missing", map.position(), "Name the object.");
    }
    Optional<PlacedText> checksum = row.text("checksum");
    checksum
        .filter(text -> !SHA_256.matcher(text.text()).matches())
        .ifPresent(text ->
            row.error(
                row.path("checksum")
                    + " of \""
                    + name.map(PlacedText::text).orElse("")
                    + "\" has "
                    + text.text().length()
                    + " characters and is no SHA-256",
                text.at(),
                "Give 64 hexadecimal digits, in quotes."));
    return name.map(found -> new ChecksumEntry(found, row.text("namespace"), checksum));
  }
}
