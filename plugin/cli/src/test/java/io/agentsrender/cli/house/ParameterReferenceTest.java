package io.agentsrender.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.CommandRun;
import io.agentsrender.fetch.FetchSetting;
import io.agentsrender.render.parameter.Parameter;
import io.agentsrender.render.parameter.ParameterTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of the reference say what the tables in code say; {@code -Dgolden.update} does it. */
class ParameterReferenceTest {
  private static final Path DOCS = CommandRun.PROJECT.resolve("argocd-cmp/docs");

  @Test
  void everyParameterHasItsLine() throws IOException {
    StringBuilder table =
        new StringBuilder(
            "| parameter | type | flag | default | meaning |\n|---|---|---|---|---|\n");
    for (Parameter parameter : ParameterTable.all()) {
      row(
          table,
          "`" + parameter.name() + "`",
          parameter.kind() == Parameter.Kind.BOOLEAN
              ? "string, true or false"
              : parameter.kind().name().toLowerCase(Locale.ROOT),
          parameter.flags().stream()
              .map(flag -> "`" + flag + "`")
              .collect(Collectors.joining(", ")),
          parameter.defaultText(),
          parameter.meaning());
    }
    check("parameters", table.toString());
  }

  @Test
  void everySettingOfFetchingHasItsLine() throws IOException {
    StringBuilder table =
        new StringBuilder("| variable | flag | default | meaning |\n|---|---|---|---|\n");
    for (FetchSetting setting : FetchSetting.values()) {
      row(
          table,
          "`" + setting.variable() + "`",
          setting.flag().isEmpty() ? "" : "`" + setting.flag() + "`",
          setting.defaultText(),
          setting.meaning());
    }
    check("fetching", table.toString());
  }

  private static void row(StringBuilder table, String... cells) {
    table.append('|');
    for (String cell : cells) {
      table.append(' ').append(cell.replace("|", "\\|")).append(" |");
    }
    table.append('\n');
  }

  private static void check(String name, String table) throws IOException {
    Path page = DOCS.resolve(name + ".md");
    String text = Files.readString(page);
    String begin = "<!-- " + name + " -->\n";
    String end = "<!-- /" + name + " -->";
    int from = text.indexOf(begin) + begin.length();
    int to = text.indexOf(end);
    assertThat(to).as("the marks of %s", name).isGreaterThan(from - 1);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(page, text.substring(0, from) + table + text.substring(to));
      return;
    }
    assertThat(text.substring(from, to)).isEqualTo(table);
  }
}
