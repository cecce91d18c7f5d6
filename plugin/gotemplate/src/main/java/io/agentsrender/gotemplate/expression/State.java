package io.agentsrender.gotemplate.expression;

import io.agentsrender.gotemplate.function.TemplateException;
import io.agentsrender.gotemplate.function.TemplateFrame;
import io.agentsrender.gotemplate.parse.node.GoVersion;
import io.agentsrender.gotemplate.parse.node.Node;
import io.agentsrender.gotemplate.parse.node.Tree;
import org.jspecify.annotations.Nullable;

/**
 * Where the execution of one template stands: its dot, its variables, and the node at hand
 * (text/template/exec.go, state). Fields change as statements and expressions are executed.
 */
public class State {
  private final Environment environment;
  private final Tree tree;
  private final Variables variables;

  /** The node that errors name: set wherever Go sets it. */
  Node at;

  @Nullable Object dot;

  Place dotPlace = Place.VALUE;

  /** Where the value stands that was evaluated last. */
  Place place = Place.VALUE;

  private final int[] names;
  private final @Nullable Object[] values;
  private final Place[] places;
  private int top;

  /**
   * Starts a template.
   *
   * @param dot its data, which {@code $} keeps
   */
  protected State(Environment environment, Tree tree, Variables variables, @Nullable Object dot) {
    this.environment = environment;
    this.tree = tree;
    this.variables = variables;
    this.at = tree.root();
    this.dot = dot;
    this.names = new int[variables.most()];
    this.values = new @Nullable Object[variables.most()];
    this.places = new Place[variables.most()];
    declare(Variables.ROOT, dot, Place.VALUE);
  }

  public Environment environment() {
    return environment;
  }

  public GoVersion version() {
    return tree.version();
  }

  /** Goes on to a node, which errors name from now on. */
  public void at(Node node) {
    at = node;
  }

  public @Nullable Object dot() {
    return dot;
  }

  public Place dotPlace() {
    return dotPlace;
  }

  public void setDot(@Nullable Object value, Place valuePlace) {
    dot = value;
    dotPlace = valuePlace;
  }

  /** Where the value stands that was evaluated last. */
  public Place place() {
    return place;
  }

  /** How many variables there are, to {@link #pop} what comes later. */
  public int mark() {
    return top;
  }

  /** Forgets the variables declared since a mark. */
  public void pop(int mark) {
    top = mark;
  }

  void declare(int name, @Nullable Object value, Place valuePlace) {
    names[top] = name;
    values[top] = value;
    places[top] = valuePlace;
    top++;
  }

  void assign(int name, @Nullable Object value, Place valuePlace) {
    int slot = slot(name);
    values[slot] = value;
    places[slot] = valuePlace;
  }

  /** Sets the variable declared last, or one of those before it. */
  void setFromTop(int distance, @Nullable Object value, Place valuePlace) {
    values[top - distance] = value;
    places[top - distance] = valuePlace;
  }

  @Nullable Object variable(int name) {
    int slot = slot(name);
    place = places[slot];
    return values[slot];
  }

  /**
   * The variable declared last under a name; one may be known to the parser and yet not be there.
   */
  private int slot(int name) {
    for (int i = top - 1; i >= 0; i--) {
      if (names[i] == name) {
        return i;
      }
    }
    throw error("undefined variable: " + variables.name(name));
  }

  /** A node as errors quote it. */
  public String text(Node node) {
    StringBuilder text = new StringBuilder();
    node.writeTo(text, version());
    return text.toString();
  }

  public TemplateException error(String text) {
    return TemplateException.inExecution(frame(), text, null, null);
  }

  /** An error at the node at hand, and what to do about it. */
  TemplateException errorWithAdvice(String text, String advice) {
    return TemplateException.inExecution(frame(), text, advice, null);
  }

  /** An error at the node at hand. */
  public TemplateException error(String text, @Nullable Throwable cause) {
    return TemplateException.inExecution(frame(), text, null, cause);
  }

  /** The place of the node at hand. */
  public TemplateFrame frame() {
    return tree.source().frame(tree.name(), at, version());
  }
}
