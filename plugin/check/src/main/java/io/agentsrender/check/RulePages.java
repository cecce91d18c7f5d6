package io.agentsrender.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.agentsrender.check.finding.RuleCard;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What people read about rules. The same pages stand in {@code argocd-cmp/docs/rules}. */
public final class RulePages {
  private RulePages() {}

  /** A line for each rule: its name, its severity, what it asks for. */
  public static String list() {
    StringBuilder text = new StringBuilder();
    for (RuleCard card : RuleTable.cards()) {
      text.append(String.format("%-26s%-9s%s%n", card.name(), card.level().word(), card.summary()));
    }
    return text.toString();
  }

  /**
   * The page of a rule, in Markdown.
   *
   * @throws io.agentsrender.source.RenderException where there is no such rule
   */
  public static String page(String rule) {
    String file = "page/" + RuleTable.card(rule).name() + ".md";
    try (InputStream page = requireNonNull(RulePages.class.getResourceAsStream(file), file)) {
      return new String(page.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
