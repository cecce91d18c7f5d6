package io.agentsrender.gotemplate.time;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The zones that a name can stand for. */
public final class Zones {
  public static final GoZone UTC = new FixedZone("UTC", 0);

  private static final String TABLE = "zone-abbreviations.txt";

  /** Names of the tz database that the JDK only has as aliases, or not at all. */
  private static final Map<String, String> ALIASES =
      Map.of(
          "EST", "America/Panama",
          "MST", "America/Phoenix",
          "HST", "Pacific/Honolulu",
          "ROC", "Asia/Taipei",
          "Factory", "Etc/UTC");

  private Zones() {}

  /** Read when a zone is first asked for. */
  private static final class Table {
    static final Map<String, Abbreviations> BY_NAME = read();

    private static Map<String, Abbreviations> read() {
      Map<String, Abbreviations> byName = new HashMap<>();
      try (InputStream in = Zones.class.getResourceAsStream(TABLE)) {
        byte[] table = Objects.requireNonNull(in).readAllBytes();
        new String(table, US_ASCII)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .forEach(line -> addLine(line, byName));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return byName;
    }

    private static void addLine(String line, Map<String, Abbreviations> byName) {
      int colon = line.indexOf(':');
      Abbreviations abbreviations = Abbreviations.parse(line.substring(colon + 1));
      for (String name : line.substring(0, colon).split(" ")) {
        byName.put(name, abbreviations);
      }
    }
  }

  /**
   * The zone of a name ({@code time.LoadLocation}): {@code UTC} or nothing, {@code Local}, or a
   * name of the tz database, as it is written there. Empty for other names.
   */
  public static Optional<GoZone> load(String name, GoZone local) {
    if (name.isEmpty() || name.equals("UTC")) {
      return Optional.of(UTC);
    }
    if (name.equals("Local")) {
      return Optional.of(local);
    }
    Abbreviations abbreviations = Table.BY_NAME.get(name);
    if (abbreviations == null) {
      return Optional.empty();
    }
    try {
      ZoneId id = ZoneId.of(ALIASES.getOrDefault(name, name));
      return Optional.of(new RegionZone(name, id.getRules(), abbreviations));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The zone that stands for local time. */
  public static GoZone ofHost(ZoneId zone) {
    if (zone.normalized().equals(ZoneOffset.UTC)) {
      return UTC;
    }
    return load(zone.getId(), UTC)
        .orElseGet(() -> {
          int offset = zone.getRules().getOffset(java.time.Instant.EPOCH).getTotalSeconds();
          return new FixedZone(zone.getId(), offset);
        });
  }
}
