package io.agentsrender.gotemplate.exec;

import io.agentsrender.gotemplate.expression.MissingKey;
import io.agentsrender.gotemplate.fmt.Quotes;
import io.agentsrender.gotemplate.function.TemplateException;
import io.agentsrender.gotemplate.function.TemplateFrame;
import io.agentsrender.gotemplate.host.Host;
import io.agentsrender.gotemplate.statement.Invocation;
import io.agentsrender.gotemplate.statement.OutputMap;
import io.agentsrender.gotemplate.statement.Runner;
import io.agentsrender.gotemplate.statement.Template;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.source.Problem;
import io.agentsrender.source.budget.BudgetExceededException;
import io.agentsrender.source.budget.Meter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Executes templates of a set for one render: knows the budget, the host, and what functions keep
 * for the whole of the render. Used by one thread; the set is shared.
 */
public final class Execution implements Runner {
  /** Texts are kept parsed up to this length and number, since charts pass the same ones often. */
  private static final int MAX_KEPT_TEXT = 1 << 14;

  private static final int MAX_KEPT_TEXTS = 500;

  /** A text costs one step for so many bytes. */
  private static final int PARSED_BYTES_PER_STEP = 16;

  private final TemplateSet set;
  private final MissingKey missingKey;
  private final Host host;
  private final Meter meter;
  private final Map<Class<?>, Object> locals = new HashMap<>();
  private final Map<String, TemplateFile> parsedTexts = new HashMap<>();

  /** The invocation at hand. */
  private @Nullable Invocation current;

  /** The invocation in which the budget was exceeded. */
  private @Nullable Invocation exceeded;

  private int level;
  private int levelLimit = DeepStack.FIRST_LEVELS;

  public Execution(TemplateSet set, MissingKey missingKey, Host host, Meter meter) {
    this.set = set;
    this.missingKey = missingKey;
    this.host = host;
    this.meter = meter;
  }

  /**
   * Executes a template.
   *
   * @return its output, a byte string
   * @throws TemplateException where it fails
   * @throws BudgetExceededException where it takes too much
   */
  public String render(String template, @Nullable Object data) {
    return render(template, data, null);
  }

  /** The same; {@code map} learns which place of which template wrote what. */
  public String render(String template, @Nullable Object data, @Nullable OutputMap map) {
    if (map != null) {
      map.clear();
    }
    try {
      return output(set, template, data, map);
    } catch (BudgetExceededException e) {
      throw e.describedBy(describe(e));
    }
  }

  @Override
  public String execute(String template, @Nullable Object data) {
    return output(currentSet(), template, data, null);
  }

  @Override
  public String executeText(String name, String text, @Nullable Object data) {
    TemplateSet base = currentSet();
    TemplateFile file = parse(base, name, text);
    return output(base.with(file), file.main(), data, null);
  }

  private TemplateSet currentSet() {
    return current != null && current.templates() instanceof TemplateSet at ? at : set;
  }

  private TemplateFile parse(TemplateSet base, String name, String text) {
    meter.step(1 + text.length() / PARSED_BYTES_PER_STEP);
    if (text.length() > MAX_KEPT_TEXT) {
      return base.parse(name, text);
    }
    TemplateFile known = parsedTexts.get(text);
    if (known == null || !known.name().equals(name)) {
      known = base.parse(name, text);
      if (parsedTexts.size() < MAX_KEPT_TEXTS) {
        parsedTexts.put(text, known);
      }
    }
    return known;
  }

  private String output(
      TemplateSet from, String name, @Nullable Object data, @Nullable OutputMap map) {
    Template template = from.lookup(name);
    if (template == null) {
      throw TemplateException.withoutPlace(
          "template: no template "
              + Quotes.quote(name)
              + " associated with template "
              + Quotes.quote(from.name()));
    }
    return output(from, template, data, map);
  }

  private String output(
      TemplateSet from, Template template, @Nullable Object data, @Nullable OutputMap map) {
    Invocation invocation = Invocation.start(this, from, template, data, current, map);
    run(invocation);
    return invocation.output();
  }

  @Override
  public void run(Invocation invocation) {
    Invocation caller = current;
    int weight = 1 + invocation.weight();
    // The first one is no level, so that Go's own limit of templates comes before an equal budget.
    boolean nested = caller != null;
    if (nested) {
      meter.enter();
    }
    level += weight;
    current = invocation;
    try {
      if (level <= levelLimit) {
        invocation.run();
      } else {
        runDeep(invocation);
      }
    } catch (BudgetExceededException e) {
      exceeded = exceeded == null ? invocation : exceeded;
      throw e;
    } finally {
      current = caller;
      level -= weight;
      if (nested) {
        meter.leave();
      }
    }
  }

  private void runDeep(Invocation invocation) {
    int limit = levelLimit;
    levelLimit = level + DeepStack.LEVELS;
    try {
      DeepStack.run(invocation::run);
    } finally {
      levelLimit = limit;
    }
  }

  private Problem describe(BudgetExceededException e) {
    Problem problem = e.problems().getFirst();
    Invocation failed = exceeded;
    exceeded = null;
    if (failed == null) {
      return problem;
    }
    List<Problem.Frame> trail = new ArrayList<>();
    for (Invocation at = failed.caller(); at != null && trail.size() < 32; at = at.caller()) {
      TemplateFrame frame = at.frame();
      trail.add(new Problem.Frame(GoString.decode(frame.source()), frame.position()));
    }
    return problem
        .withTried("executing template " + GoString.decode(failed.template().name()))
        .withPlace(failed.frame().position())
        .withTrail(trail);
  }

  @Override
  public Host host() {
    return host;
  }

  @Override
  public Meter meter() {
    return meter;
  }

  @Override
  public <T> T local(Class<T> type, Supplier<T> initial) {
    return type.cast(Objects.requireNonNull(locals.computeIfAbsent(type, _ -> initial.get())));
  }

  @Override
  public MissingKey missingKey() {
    return missingKey;
  }
}
