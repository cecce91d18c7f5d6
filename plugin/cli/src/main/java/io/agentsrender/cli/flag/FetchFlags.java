package io.agentsrender.cli.flag;

import io.agentsrender.cli.console.Console;
import io.agentsrender.cli.local.Repository;
import io.agentsrender.fetch.Caller;
import io.agentsrender.fetch.FetchSetting;
import io.agentsrender.fetch.FetchSettings;
import io.agentsrender.fetch.Fetcher;
import io.agentsrender.gitops.repository.RepositorySettingsReader;
import io.agentsrender.render.application.ApplicationWorld;
import io.agentsrender.render.repository.OwnRepository;
import io.agentsrender.render.request.Cluster;
import io.agentsrender.source.Problem;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.port.Remotes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The settings of what may be fetched, as flags. */
public final class FetchFlags {
  /** Loggers that were configured must stay referenced, or they are collected. */
  @SuppressWarnings("unused")
  private static @Nullable List<Logger> quiet;

  private FetchFlags() {}

  public static void addTo(CommandSpec spec) {
    ArgGroupSpec.Builder group = FlagGroup.headed("What may be fetched from elsewhere:");
    for (FetchSetting setting : FetchSetting.values()) {
      if (!setting.flag().isEmpty()) {
        group.addArg(option(setting));
      }
    }
    spec.addArgGroup(group.build());
  }

  private static OptionSpec option(FetchSetting setting) {
    OptionSpec.Builder option =
        OptionSpec.builder(setting.flag())
            .description(setting.meaning() + " (default: " + setting.defaultText() + ")")
            .type(List.class)
            .auxiliaryTypes(String.class);
    if (setting.kind() == FetchSetting.Kind.SWITCH) {
      return option.arity("0..1").fallbackValue("true").paramLabel("true|false").build();
    }
    return option
        .splitRegex(setting.kind() == FetchSetting.Kind.LIST ? "," : "")
        .paramLabel(setting.label())
        .build();
  }

  /** What a command may ask of the world outside its repository. */
  public static Remotes remotes(@Nullable CommandSpec spec, Console console) {
    return fetcher(spec, console).remotes(Caller.ANYONE);
  }

  /**
   * What the Applications of a repository are rendered with.
   *
   * @param given other repositories that are on this machine, by their URL
   * @param warnings takes what is odd about the repository's settings
   */
  public static ApplicationWorld world(
      CommandSpec spec,
      Console console,
      Repository repository,
      SourceTree tree,
      Map<String, SourceTree> given,
      Cluster cluster,
      List<Problem> warnings) {
    Fetcher fetcher = fetcher(spec, console);
    return new ApplicationWorld(
        new OwnRepository(tree, repository.origin().orElse(""), Set.of()),
        RepositorySettingsReader.of(tree, warnings),
        given,
        () -> fetcher.remotes(Caller.ANYONE),
        !fetcher.settings().policy().hosts().isEmpty(),
        cluster);
  }

  private static Fetcher fetcher(@Nullable CommandSpec spec, Console console) {
    Map<FetchSetting, List<String>> flags = new EnumMap<>(FetchSetting.class);
    for (FetchSetting setting : FetchSetting.values()) {
      OptionSpec option =
          setting.flag().isEmpty() ? null : Objects.requireNonNull(spec).findOption(setting.flag());
      if (option != null && option.getValue() != null) {
        flags.put(setting, option.<List<String>>getValue());
      }
    }
    FetchSettings settings = FetchSettings.read(flags, console.environment(), console.folder());
    if (!settings.policy().hosts().isEmpty()) {
      silenceLibraries();
      Path known = Path.of(System.getProperty("user.home", "")).resolve(".ssh/known_hosts");
      settings = Files.isRegularFile(known) ? settings.withDefaultKnownHosts(known) : settings;
    }
    return new Fetcher(settings);
  }

  /** What goes wrong becomes a problem; standard error is for nothing else. */
  private static synchronized void silenceLibraries() {
    quiet = List.of(Logger.getLogger("org.eclipse.jgit"), Logger.getLogger("org.apache.sshd"));
    quiet.forEach(logger -> logger.setLevel(Level.OFF));
  }
}
