package io.agentsrender.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.check.RulePages;
import io.agentsrender.check.RuleTable;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule has a page, every page a rule; its examples are those that {@link CheckGoldensTest}
 * runs.
 */
class RulePagesTest {
  private static final Path PAGES = CommandRun.PROJECT.resolve("argocd-cmp/docs/rules");
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "<!-- (bad|good): (\\S+) -->\n`(\\S+)`\n\n```yaml\n(.*?)```\n", Pattern.DOTALL);
  private static final Pattern FOUND = Pattern.compile("finds it at `(\\S+)`");

  @Test
  void everyRuleHasAPageAndEveryPageARule() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(
                      Stream.of("README.md"), RuleTable.names().stream().map(name -> name + ".md"))
                  .toList());
    }
  }

  @Test
  void theTableOfRulesIsThatOfTheProgram() throws IOException {
    String table = Files.readString(PAGES.resolve("README.md"));
    List<String> rows = table.lines().filter(line -> line.startsWith("| [")).toList();
    assertThat(rows)
        .containsExactlyElementsOf(
            RuleTable.cards().stream()
                .map(card ->
                    "| [%s](%s.md) | %s | %s |"
                        .formatted(card.name(), card.name(), card.level().word(), card.summary()))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void pageSaysWhatTheProgramSaysAndShowsWhatIsTested(RuleCard card) throws IOException {
    String page = Files.readString(PAGES.resolve(card.name() + ".md"));
    assertThat(page).isEqualTo(RulePages.page(card.name()));
    assertThat(page)
        .startsWith(
            "# %s\n\n%s Severity: %s.\n"
                .formatted(card.name(), card.summary(), card.level().word()));
    Matcher examples = EXAMPLE.matcher(page);
    StringBuilder seen = new StringBuilder();
    while (examples.find()) {
      seen.append(examples.group(1)).append(' ');
      Path input =
          CheckCase.GOLDENS.resolve(card.name()).resolve(examples.group(1)).resolve("input");
      assertThat(examples.group(3)).isEqualTo(examples.group(2));
      assertThat(examples.group(4)).isEqualTo(Files.readString(input.resolve(examples.group(2))));
    }
    assertThat(seen.toString()).contains("bad", "good");
    assertThat(page.split("```yaml", -1).length - 1).isEqualTo(seen.toString().split(" ").length);
    Matcher found = FOUND.matcher(page);
    assertThat(found.find()).isTrue();
    CheckCase bad =
        CheckCase.all().stream()
            .filter(it -> it.name().equals(card.name() + "/bad"))
            .findFirst()
            .orElseThrow();
    assertThat(bad.findings())
        .anyMatch(line -> line.contains(" " + card.name() + " " + found.group(1)));
  }

  static Stream<RuleCard> rules() {
    return RuleTable.cards().stream();
  }

  @Test
  void theCommandExplainsAndLists() {
    CommandRun explained = CommandRun.in(CommandRun.PROJECT, "check", "--explain", "kube-version");
    assertThat(explained.code()).isZero();
    assertThat(explained.out()).isEqualTo(RulePages.page("kube-version"));
    CommandRun listed = CommandRun.in(CommandRun.PROJECT, "check", "--list");
    assertThat(listed.code()).isZero();
    assertThat(listed.out().lines()).hasSize(RuleTable.cards().size());
    CommandRun unknown = CommandRun.in(CommandRun.PROJECT, "check", "--explain", "kubeversion");
    assertThat(unknown.code()).isNotZero();
    assertThat(unknown.err()).contains("Did you mean \"kube-version\"?");
  }
}
