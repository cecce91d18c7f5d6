package io.agentsrender.cli.flag;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that helm's commands over charts share, by their own names. */
public class ReleaseOptions {
  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAME",
      description = "the release's namespace (default: default)")
  String namespace = "default";

  @Option(
      names = {"-f", "--values"},
      split = ",",
      paramLabel = "FILE",
      description = "value files, - for standard input; the last wins; repeatable")
  List<String> valueFiles = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "values, typed by how they look; repeatable")
  List<String> set = new ArrayList<>();

  @Option(
      names = "--set-string",
      paramLabel = "PATH=VALUE",
      description = "values that stay text; repeatable")
  List<String> setString = new ArrayList<>();

  @Option(
      names = "--set-file",
      paramLabel = "PATH=FILE",
      description = "values from the content of files; repeatable")
  List<String> setFile = new ArrayList<>();

  @Option(
      names = "--set-json",
      paramLabel = "PATH=JSON",
      description = "values in JSON; repeatable")
  List<String> setJson = new ArrayList<>();

  @Option(
      names = "--set-literal",
      paramLabel = "PATH=TEXT",
      description = "one value, with nothing in it read as syntax; repeatable")
  List<String> setLiteral = new ArrayList<>();

  @Option(
      names = "--kube-version",
      paramLabel = "VERSION",
      description = "the Kubernetes version that templates see")
  public @Nullable String kubeVersion;

  @Option(
      names = {"-a", "--api-versions"},
      split = ",",
      paramLabel = "API",
      description = "API versions that templates see besides the built-in ones; repeatable")
  List<String> apiVersions = new ArrayList<>();

  @Option(
      names = "--skip-schema-validation",
      description = "do not hold values against the chart's schema")
  boolean skipSchemaValidation;

  @Option(
      names = "--helm-version",
      paramLabel = "VERSION",
      description = "the Helm to be exact with: 3.15, 3.19 (default), 3.21 or 4.2")
  public String helmVersion = "3.19";
}
