package io.agentsrender.gotemplate.statement;

import io.agentsrender.gotemplate.expression.State;
import io.agentsrender.gotemplate.parse.node.Node;
import org.jspecify.annotations.Nullable;

/** One invocation of a template: its state, and where its output goes. */
public final class Invocation extends State {
  private final Runner runner;
  private final Templates templates;
  private final Template template;
  private final @Nullable Invocation caller;
  private final int depth;
  private final @Nullable OutputMap trace;
  private final StringBuilder out;

  private Invocation(
      Runner runner,
      Templates templates,
      Template template,
      @Nullable Object dot,
      @Nullable Invocation caller,
      int depth,
      StringBuilder out,
      @Nullable OutputMap trace) {
    super(runner, template.tree(), template.program().variables(), dot);
    this.runner = runner;
    this.templates = templates;
    this.template = template;
    this.caller = caller;
    this.depth = depth;
    this.out = out;
    this.trace = trace;
  }

  /**
   * An invocation with an output of its own.
   *
   * @param caller the invocation whose function asks for it, if one does
   * @param trace learns what comes from where, if anyone wants to know
   */
  public static Invocation start(
      Runner runner,
      Templates templates,
      Template template,
      @Nullable Object dot,
      @Nullable Invocation caller,
      @Nullable OutputMap trace) {
    return new Invocation(
        runner, templates, template, dot, caller, 0, new StringBuilder(256), trace);
  }

  /** An invocation by a {@code template} action, which prints to the same place. */
  void invoke(Template other, @Nullable Object data) {
    runner.run(new Invocation(runner, templates, other, data, this, depth + 1, out, trace));
  }

  /** Runs the template on the stack at hand. */
  public void run() {
    template.program().body().run(this);
  }

  public Template template() {
    return template;
  }

  /** The templates that it can invoke. */
  public Templates templates() {
    return templates;
  }

  /** The invocation that led here; null for the first one of an execution. */
  public @Nullable Invocation caller() {
    return caller;
  }

  /** How deep statements and expressions nest, a measure of the stack they take. */
  public int weight() {
    return template.program().weight();
  }

  /** What was written so far. */
  public String output() {
    return out.toString();
  }

  /** How many {@code template} actions led here. */
  int depth() {
    return depth;
  }

  StringBuilder out() {
    return out;
  }

  void write(String text) {
    environment().meter().output(text.length());
    out.append(text);
  }

  /** Records that what is written next comes from a node. */
  void trace(Node node) {
    if (trace != null) {
      trace.mark(out.length(), template.tree().source(), node);
    }
  }
}
