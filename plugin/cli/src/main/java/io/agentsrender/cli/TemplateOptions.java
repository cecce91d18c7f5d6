package io.agentsrender.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags of {@code helm template} that decide what it prints, by their own names. */
final class TemplateOptions extends ReleaseOptions {
  @Option(names = "--include-crds", description = "print the CRDs of the chart first")
  boolean includeCrds;

  @Option(names = "--skip-tests", description = "leave out test hooks")
  boolean skipTests;

  @Option(names = "--no-hooks", description = "leave out all hooks")
  boolean noHooks;

  @Option(
      names = {"-s", "--show-only"},
      paramLabel = "FILE",
      description = "print only what this template renders; repeatable")
  List<String> showOnly = new ArrayList<>();

  @Option(names = "--is-upgrade", description = "render as for an upgrade")
  boolean isUpgrade;

  @Option(
      names = "--name-template",
      paramLabel = "TEMPLATE",
      description = "a template that gives the release's name")
  @Nullable String nameTemplate;

  @Option(
      names = {"-g", "--generate-name"},
      description = "no NAME is given; as helm template has it, the name is release-name")
  boolean generateName;
}
