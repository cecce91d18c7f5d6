package io.agentsrender.gotemplate.exec;

import io.agentsrender.gotemplate.function.FunctionSet;
import io.agentsrender.gotemplate.parse.node.GoVersion;
import io.agentsrender.gotemplate.statement.Template;
import io.agentsrender.gotemplate.statement.Templates;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Templates that can invoke each other by name: immutable. A set with more templates shares all
 * that it has in common with the one it was made from.
 */
public final class TemplateSet implements Templates {
  /** Sets made from sets made from sets are copied before looking up takes too long. */
  private static final int MAX_LAYERS = 8;

  private final String name;
  private final FunctionSet functions;
  private final GoVersion version;
  private final @Nullable TemplateSet below;
  private final int layers;
  private final Map<String, Template> templates;

  private TemplateSet(
      String name,
      FunctionSet functions,
      GoVersion version,
      @Nullable TemplateSet below,
      Map<String, Template> templates) {
    this.name = name;
    this.functions = functions;
    this.version = version;
    this.below = below;
    this.layers = below == null ? 1 : below.layers + 1;
    this.templates = templates;
  }

  /**
   * Starts a set.
   *
   * @param name what Go would call the template that all others are associated with
   * @param functions what its templates were parsed with, and later texts will be
   */
  public static Builder builder(String name, FunctionSet functions, GoVersion version) {
    return new Builder(name, functions, version);
  }

  /** What Go would call the template that all others are associated with. */
  public String name() {
    return name;
  }

  public FunctionSet functions() {
    return functions;
  }

  public GoVersion version() {
    return version;
  }

  @Override
  public @Nullable Template lookup(String wanted) {
    for (TemplateSet layer = this; layer != null; layer = layer.below) {
      Template template = layer.templates.get(wanted);
      if (template != null) {
        return template;
      }
    }
    return null;
  }

  /** The names of all templates. */
  public SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    for (TemplateSet layer = this; layer != null; layer = layer.below) {
      names.addAll(layer.templates.keySet());
    }
    return names;
  }

  /** Parses a text with the functions of this set; the set stays as it is. */
  public TemplateFile parse(String fileName, String text) {
    return TemplateFile.parse(fileName, text, functions, version);
  }

  /** This set and a text's templates, which replace those of the same name unless empty. */
  public TemplateSet with(TemplateFile file) {
    Map<String, Template> added = new HashMap<>();
    for (Template template : file.templates()) {
      if (!template.isEmpty() || lookup(template.name()) == null) {
        added.put(template.name(), template);
      }
    }
    if (added.isEmpty()) {
      return this;
    }
    if (layers < MAX_LAYERS) {
      return new TemplateSet(name, functions, version, this, added);
    }
    Map<String, Template> all = new HashMap<>();
    copyTo(all);
    all.putAll(added);
    return new TemplateSet(name, functions, version, null, all);
  }

  private void copyTo(Map<String, Template> all) {
    if (below != null) {
      below.copyTo(all);
    }
    all.putAll(templates);
  }

  /** Collects parsed texts; of equal names the later wins, unless it is empty. */
  public static final class Builder {
    private final String name;
    private final FunctionSet functions;
    private final GoVersion version;
    private final Map<String, Template> templates = new HashMap<>();

    private Builder(String name, FunctionSet functions, GoVersion version) {
      this.name = name;
      this.functions = functions;
      this.version = version;
    }

    /** Adds a text that was parsed with the functions of this set. */
    public Builder add(TemplateFile file) {
      for (Template template : file.templates()) {
        // An empty definition replaces nothing (text/template/template.go, associate).
        if (!template.isEmpty() || !templates.containsKey(template.name())) {
          templates.put(template.name(), template);
        }
      }
      return this;
    }

    /** Parses a text and adds it. */
    public Builder parse(String fileName, String text) {
      return add(TemplateFile.parse(fileName, text, functions, version));
    }

    public TemplateSet build() {
      return new TemplateSet(name, functions, version, null, Map.copyOf(templates));
    }
  }
}
