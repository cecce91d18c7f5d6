package io.agentsrender.cli.flag;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags of {@code helm template} that decide what it prints, by their own names. */
public final class TemplateOptions extends ReleaseOptions {
  @Option(names = "--include-crds", description = "print the CRDs of the chart first")
  public boolean includeCrds;

  @Option(names = "--skip-tests", description = "leave out test hooks")
  public boolean skipTests;

  @Option(names = "--no-hooks", description = "leave out all hooks")
  public boolean noHooks;

  @Option(
      names = {"-s", "--show-only"},
      paramLabel = "FILE",
      description = "print only what this template renders; repeatable")
  public List<String> showOnly = new ArrayList<>();

  @Option(names = "--is-upgrade", description = "render as for an upgrade")
  public boolean isUpgrade;

  @Option(
      names = "--name-template",
      paramLabel = "TEMPLATE",
      description = "a template that gives the release's name")
  public @Nullable String nameTemplate;

  @Option(
      names = {"-g", "--generate-name"},
      description = "no NAME is given; as helm template has it, the name is release-name")
  public boolean generateName;
}
