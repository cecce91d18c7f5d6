package io.agentsrender.cli.flag;

import picocli.CommandLine.Model.ArgGroupSpec;

/** Flags that stand together in the help, under words of their own. */
final class FlagGroup {
  private FlagGroup() {}

  static ArgGroupSpec.Builder headed(String heading) {
    return ArgGroupSpec.builder()
        .validate(false)
        .multiplicity("0..1")
        .heading("%n" + heading + "%n");
  }
}
