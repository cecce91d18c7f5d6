package io.agentsrender.fetch;

import io.agentsrender.fetch.access.AccessPolicy;
import io.agentsrender.fetch.access.HostPattern;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.budget.ByteQuantity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Reads the settings from flags and variables; all that is wrong with them is said at once. */
final class SettingsReader {
  private final Map<FetchSetting, List<String>> flags;
  private final Map<String, String> environment;
  private final Path folder;
  private final List<Problem> problems = new ArrayList<>();

  SettingsReader(
      Map<FetchSetting, List<String>> flags, Map<String, String> environment, Path folder) {
    this.flags = flags;
    this.environment = environment;
    this.folder = folder;
  }

  FetchSettings read() {
    FetchSettings byDefault = FetchSettings.NOTHING;
    FetchLimits limits = byDefault.limits();
    FetchSettings settings =
        new FetchSettings(
            new AccessPolicy(hosts(), isTrue(FetchSetting.OFFLINE)),
            path(FetchSetting.CACHE),
            bytes(FetchSetting.CACHE_SIZE, byDefault.cacheBytes()),
            path(FetchSetting.CREDENTIALS),
            path(FetchSetting.REPOSITORIES),
            path(FetchSetting.CA_FILE),
            path(FetchSetting.KNOWN_HOSTS),
            callerForHost(),
            readsApplications(),
            limits
                .withTime(seconds(FetchSetting.TIMEOUT, limits.time(), 1))
                .withBytes(
                    Math.min(Integer.MAX_VALUE - 8L, bytes(FetchSetting.MAX_SIZE, limits.bytes())))
                .withIndexAge(seconds(FetchSetting.INDEX_AGE, limits.indexAge(), 0)));
    if (!problems.isEmpty()) {
      throw new RenderException(problems);
    }
    return settings;
  }

  private List<String> values(FetchSetting setting) {
    List<String> given = flags.getOrDefault(setting, List.of());
    if (!given.isEmpty()) {
      return given;
    }
    String text = environment.getOrDefault(setting.variable(), "");
    return setting.kind() == FetchSetting.Kind.LIST
        ? Arrays.stream(text.split("[,\\s]+")).filter(part -> !part.isEmpty()).toList()
        : text.isBlank() ? List.of() : List.of(text.strip());
  }

  private Optional<String> value(FetchSetting setting) {
    List<String> values = values(setting);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
  }

  private String name(FetchSetting setting) {
    return flags.getOrDefault(setting, List.of()).isEmpty() ? setting.variable() : setting.flag();
  }

  private List<HostPattern> hosts() {
    List<HostPattern> hosts = new ArrayList<>();
    for (String host : values(FetchSetting.ALLOW_HOSTS)) {
      try {
        hosts.add(HostPattern.parse(host, name(FetchSetting.ALLOW_HOSTS)));
      } catch (RenderException e) {
        problems.addAll(e.problems());
      }
    }
    return hosts;
  }

  private Optional<Path> path(FetchSetting setting) {
    return value(setting).map(folder::resolve);
  }

  private boolean isTrue(FetchSetting setting) {
    return parsed(
        setting,
        text ->
            switch (text) {
              case "true", "1" -> Optional.of(true);
              case "false", "0" -> Optional.of(false);
              default -> Optional.empty();
            },
        "true or false",
        false);
  }

  private boolean callerForHost() {
    return parsed(
        FetchSetting.CALLER_CREDENTIALS,
        text ->
            switch (text) {
              case "host" -> Optional.of(true);
              case "repository" -> Optional.of(false);
              default -> Optional.empty();
            },
        "repository or host",
        false);
  }

  private boolean readsApplications() {
    boolean reads = isTrue(FetchSetting.READ_APPLICATIONS);
    if (reads && isTrue(FetchSetting.OFFLINE)) {
      problems.add(
          Problem.error(
                  "reading the settings",
                  "with "
                      + name(FetchSetting.OFFLINE)
                      + " no connection is opened, and "
                      + FetchSetting.READ_APPLICATIONS.variable()
                      + " takes one to the cluster")
              .withAdvice("Set one of them."));
    }
    return reads;
  }

  private long bytes(FetchSetting setting, long byDefault) {
    return parsed(
        setting,
        text -> {
          OptionalLong number = ByteQuantity.parse(text);
          return number.isPresent() && number.getAsLong() > 0
              ? Optional.of(number.getAsLong())
              : Optional.empty();
        },
        ByteQuantity.WORDS,
        byDefault);
  }

  private Duration seconds(FetchSetting setting, Duration byDefault, long least) {
    return parsed(
        setting,
        text ->
            text.matches("[0-9]{1,6}") && Long.parseLong(text) >= least
                ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                : Optional.empty(),
        "a number of seconds",
        byDefault);
  }

  private <T> T parsed(
      FetchSetting setting, Function<String, Optional<T>> parser, String wanted, T byDefault) {
    Optional<String> text = value(setting);
    if (text.isEmpty()) {
      return byDefault;
    }
    Optional<T> value = parser.apply(text.get());
    if (value.isEmpty()) {
      problems.add(
          Problem.error(
                  "reading the settings",
                  name(setting) + " is \"" + text.get() + "\", and should be " + wanted)
              .withAdvice("It means: " + setting.meaning() + "."));
    }
    return value.orElse(byDefault);
  }
}
