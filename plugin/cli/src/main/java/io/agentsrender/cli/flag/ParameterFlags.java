package io.agentsrender.cli.flag;

import io.agentsrender.render.parameter.Parameter;
import io.agentsrender.render.parameter.ParameterTable;
import io.agentsrender.render.parameter.ParameterValues;
import java.util.List;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The render parameters as flags. */
public final class ParameterFlags {
  private ParameterFlags() {}

  public static void addTo(CommandSpec spec) {
    ArgGroupSpec.Builder kustomize = FlagGroup.headed("What changes a kustomization:");
    for (Parameter parameter : ParameterTable.all()) {
      if (parameter.name().startsWith("kustomize.")) {
        kustomize.addArg(option(parameter));
      } else {
        spec.addOption(option(parameter));
      }
    }
    spec.addArgGroup(kustomize.build());
  }

  private static OptionSpec option(Parameter parameter) {
    OptionSpec.Builder option =
        OptionSpec.builder(parameter.flags().toArray(String[]::new))
            .description(parameter.meaning() + " (default: " + parameter.defaultText() + ")");
    return switch (parameter.kind()) {
      case STRING -> option.type(String.class).paramLabel("TEXT").build();
      case BOOLEAN ->
          option
              .type(String.class)
              .arity("0..1")
              .fallbackValue("true")
              .paramLabel("true|false")
              .build();
      case ARRAY -> list(option).paramLabel("TEXT").build();
      case MAP -> list(option).paramLabel("NAME=VALUE").build();
    };
  }

  private static OptionSpec.Builder list(OptionSpec.Builder option) {
    return option.type(List.class).auxiliaryTypes(String.class);
  }

  /** What was given on the command line. */
  public static ParameterValues read(CommandSpec spec) {
    ParameterValues.Builder values = ParameterValues.builder();
    for (Parameter parameter : ParameterTable.all()) {
      OptionSpec option = spec.findOption(parameter.longFlag());
      if (option == null || option.getValue() == null) {
        continue;
      }
      switch (parameter.kind()) {
        case STRING, BOOLEAN -> values.string(parameter.name(), option.<String>getValue());
        case ARRAY -> values.array(parameter.name(), option.<List<String>>getValue());
        case MAP ->
            option
                .<List<String>>getValue()
                .forEach(expression -> values.assignment(parameter.name(), expression));
      }
    }
    return values.build();
  }
}
