package io.agentsrender.gotemplate.exec;

import io.agentsrender.gotemplate.builtin.Builtins;
import io.agentsrender.gotemplate.function.FunctionSet;
import io.agentsrender.gotemplate.function.TemplateException;
import io.agentsrender.gotemplate.parse.Parser;
import io.agentsrender.gotemplate.parse.node.GoVersion;
import io.agentsrender.gotemplate.parse.node.TemplateText;
import io.agentsrender.gotemplate.parse.node.Tree;
import io.agentsrender.gotemplate.statement.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A parsed text: its own template and those it defines. Immutable, and worth keeping: it can be
 * part of any number of sets that have the same functions.
 */
public final class TemplateFile {
  private final String name;
  private final List<Template> templates;
  private final Template main;

  private TemplateFile(String name, List<Template> templates, Template main) {
    this.name = name;
    this.templates = templates;
    this.main = main;
  }

  /**
   * Parses a text.
   *
   * @param name of the template and in all its errors, a byte string
   * @param text a byte string
   * @param functions what it may call besides the built-in functions, which they may replace
   * @throws TemplateException where it does not parse
   */
  public static TemplateFile parse(
      String name, String text, FunctionSet functions, GoVersion version) {
    FunctionSet all = functions.over(Builtins.of(version));
    List<Template> templates = new ArrayList<>();
    Template main = null;
    for (Tree tree : Parser.parse(new TemplateText(name, text), all, version).values()) {
      Template template = new Template(tree);
      templates.add(template);
      main = tree.name().equals(name) ? template : main;
    }
    return new TemplateFile(name, List.copyOf(templates), Objects.requireNonNull(main));
  }

  public String name() {
    return name;
  }

  /** The template of the text itself. */
  public Template main() {
    return main;
  }

  /** All templates of the text, its own included. */
  public List<Template> templates() {
    return templates;
  }

  /** The template of that name, if it is one of this text. */
  @Nullable Template find(String wanted) {
    for (Template template : templates) {
      if (template.name().equals(wanted)) {
        return template;
      }
    }
    return null;
  }
}
