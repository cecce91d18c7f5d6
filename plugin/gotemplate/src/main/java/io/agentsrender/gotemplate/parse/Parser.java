package io.agentsrender.gotemplate.parse;

import io.agentsrender.gotemplate.fmt.Quotes;
import io.agentsrender.gotemplate.function.FunctionSet;
import io.agentsrender.gotemplate.function.TemplateException;
import io.agentsrender.gotemplate.parse.node.CommandNode;
import io.agentsrender.gotemplate.parse.node.GoVersion;
import io.agentsrender.gotemplate.parse.node.ListNode;
import io.agentsrender.gotemplate.parse.node.NumberConstant;
import io.agentsrender.gotemplate.parse.node.Operand;
import io.agentsrender.gotemplate.parse.node.PipeNode;
import io.agentsrender.gotemplate.parse.node.Statement;
import io.agentsrender.gotemplate.parse.node.TemplateText;
import io.agentsrender.gotemplate.parse.node.Tree;
import io.agentsrender.gotemplate.value.GoError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parses the text of a template and of all that it defines (text/template/parse/parse.go). */
public final class Parser {
  private final TemplateText source;
  private final FunctionSet functions;
  private final GoVersion version;
  private final Lexer lexer;
  private final Map<String, Tree> trees = new LinkedHashMap<>();

  /** What has been read of the template at hand: tokens, variables, nesting. */
  private Scope scope;

  private Parser(TemplateText source, FunctionSet functions, GoVersion version) {
    this.source = source;
    this.functions = functions;
    this.version = version;
    this.lexer =
        new Lexer(
            source.text(),
            functions.get("break") == null,
            functions.get("continue") == null,
            version.countsLinesOfComments());
    this.scope = new Scope(lexer, source);
  }

  /**
   * Parses a text.
   *
   * @param functions all that it may call, built-in functions included
   * @return the trees by name; that of the text itself is always among them
   * @throws TemplateException with Go's text
   */
  public static Map<String, Tree> parse(
      TemplateText source, FunctionSet functions, GoVersion version) {
    Parser parser = new Parser(source, functions, version);
    parser.parse();
    return parser.trees;
  }

  private void parse() {
    List<Statement> statements = new ArrayList<>();
    int start = scope.peek().pos();
    while (!scope.peek().is(TokenType.EOF)) {
      if (scope.peek().is(TokenType.LEFT_DELIM)) {
        Token delim = scope.next();
        if (scope.nextNonSpace().is(TokenType.DEFINE)) {
          definition();
          continue;
        }
        scope.backup2(delim);
      }
      Object statement = textOrAction();
      if (!(statement instanceof Statement regular)) {
        throw scope.error("unexpected " + statement);
      }
      statements.add(regular);
    }
    add(source.name(), new ListNode(start, statements));
  }

  private void definition() {
    Scope outer = enter();
    Token token = scope.expect("define clause", TokenType.STRING, TokenType.RAW_STRING);
    String name = unquote(token);
    scope.expect("define clause", TokenType.RIGHT_DELIM);
    definitionBody(name, "define clause");
    scope = outer;
  }

  /** Definitions see no variables of what is around them. */
  private Scope enter() {
    Scope outer = scope;
    scope = new Scope(lexer, source);
    return outer;
  }

  private void definitionBody(String name, String context) {
    Body body = body();
    if (body.end() != Terminator.END) {
      throw scope.error("unexpected " + body.end() + " in " + context);
    }
    add(name, body.list());
  }

  private void add(String name, ListNode root) {
    Tree known = trees.get(name);
    if (known == null || known.isEmpty()) {
      trees.put(name, new Tree(name, source, root, version));
    } else if (!root.isEmpty()) {
      throw scope.error("template: multiple definition of template " + Quotes.quote(name));
    }
  }

  /** What ends a list of statements. */
  private enum Terminator {
    ELSE("{{else}}"),
    END("{{end}}");

    private final String text;

    Terminator(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private record Body(ListNode list, Terminator end) {}

  private Body body() {
    List<Statement> statements = new ArrayList<>();
    int start = scope.peekNonSpace().pos();
    while (!scope.peekNonSpace().is(TokenType.EOF)) {
      Object statement = textOrAction();
      if (statement instanceof Terminator end) {
        return new Body(new ListNode(start, statements), end);
      }
      statements.add((Statement) statement);
    }
    throw scope.error("unexpected EOF");
  }

  /** A {@link Statement} or a {@link Terminator}. */
  private Object textOrAction() {
    Token token = scope.nextNonSpace();
    return switch (token.type()) {
      case TEXT -> new Statement.Text(token.pos(), token.text());
      case LEFT_DELIM -> {
        scope.actionLine = token.line();
        Object action = action();
        scope.actionLine = 0;
        yield action;
      }
      default -> throw scope.unexpected(token, "input");
    };
  }

  private Object action() {
    Token token = scope.nextNonSpace();
    return switch (token.type()) {
      case BLOCK -> block();
      case BREAK -> {
        leaveLoop("{{break}}");
        yield new Statement.Break(token.pos());
      }
      case CONTINUE -> {
        leaveLoop("{{continue}}");
        yield new Statement.Continue(token.pos());
      }
      case ELSE -> otherwise();
      case END -> {
        scope.expect("end", TokenType.RIGHT_DELIM);
        yield Terminator.END;
      }
      case IF, RANGE, WITH -> branch(token.type());
      case TEMPLATE -> template();
      default -> {
        scope.backup();
        int pos = scope.peek().pos();
        yield new Statement.Action(pos, pipeline("command", TokenType.RIGHT_DELIM));
      }
    };
  }

  private void leaveLoop(String action) {
    Token token = scope.nextNonSpace();
    if (!token.is(TokenType.RIGHT_DELIM)) {
      throw scope.unexpected(token, action);
    }
    if (scope.rangeDepth == 0) {
      throw scope.error(action + " outside {{range}}");
    }
  }

  private Terminator otherwise() {
    Token next = scope.peekNonSpace();
    boolean chained = next.is(TokenType.IF) || (next.is(TokenType.WITH) && version.hasElseWith());
    if (!chained) {
      scope.expect("else", TokenType.RIGHT_DELIM);
    }
    return Terminator.ELSE;
  }

  /** {@code if}, {@code with} and {@code range} (parse.go, parseControl). */
  private Statement branch(TokenType keyword) {
    scope.enterNested();
    int variables = scope.variables.size();
    String context =
        switch (keyword) {
          case IF -> "if";
          case WITH -> "with";
          default -> "range";
        };
    PipeNode pipe = pipeline(context, TokenType.RIGHT_DELIM);
    scope.rangeDepth += keyword == TokenType.RANGE ? 1 : 0;
    Body body = body();
    scope.rangeDepth -= keyword == TokenType.RANGE ? 1 : 0;
    ListNode otherwise = body.end() == Terminator.ELSE ? elseBody(keyword) : null;
    scope.truncateVariables(variables);
    scope.leaveNested();
    return switch (keyword) {
      case IF -> new Statement.If(pipe.pos(), pipe, body.list(), otherwise);
      case WITH -> new Statement.With(pipe.pos(), pipe, body.list(), otherwise);
      default -> new Statement.Range(pipe.pos(), pipe, body.list(), otherwise);
    };
  }

  private ListNode elseBody(TokenType keyword) {
    // "else if" and "else with" share the {{end}} of the statement they continue.
    boolean chains =
        keyword == TokenType.IF || (keyword == TokenType.WITH && version.hasElseWith());
    if (chains && scope.peek().is(keyword)) {
      Token token = scope.next();
      return new ListNode(token.pos(), List.of(branch(keyword)));
    }
    Body body = body();
    if (body.end() != Terminator.END) {
      throw scope.error("expected end; found " + body.end());
    }
    return body.list();
  }

  private Statement.Template block() {
    String context = "block clause";
    Token token = scope.nextNonSpace();
    String name = templateName(token, context);
    PipeNode pipe = pipeline(context, TokenType.RIGHT_DELIM);
    scope.enterNested();
    Scope outer = enter();
    scope.nesting = outer.nesting;
    definitionBody(name, context);
    scope = outer;
    scope.leaveNested();
    return new Statement.Template(token.pos(), name, pipe);
  }

  private Statement.Template template() {
    String context = "template clause";
    Token token = scope.nextNonSpace();
    String name = templateName(token, context);
    PipeNode pipe = null;
    if (!scope.nextNonSpace().is(TokenType.RIGHT_DELIM)) {
      scope.backup();
      pipe = pipeline(context, TokenType.RIGHT_DELIM);
    }
    return new Statement.Template(token.pos(), name, pipe);
  }

  private String templateName(Token token, String context) {
    return switch (token.type()) {
      case STRING, RAW_STRING -> unquote(token);
      default -> throw scope.unexpected(token, context);
    };
  }

  private String unquote(Token token) {
    try {
      return Quotes.unquote(token.text());
    } catch (GoError e) {
      throw scope.error(e.text());
    }
  }

  private PipeNode pipeline(String context, TokenType end) {
    int pos = scope.peekNonSpace().pos();
    List<Operand.Variable> declared = new ArrayList<>();
    boolean assigns = declarations(context, declared);
    List<CommandNode> commands = new ArrayList<>();
    while (true) {
      Token token = scope.nextNonSpace();
      if (token.is(end)) {
        checkPipeline(commands, context);
        return new PipeNode(pos, assigns, declared, commands);
      }
      if (!token.type().startsOperand()) {
        throw scope.unexpected(token, context);
      }
      scope.backup();
      commands.add(command());
    }
  }

  /** Reads {@code $x :=}, {@code $x =} and the like: whether variables are assigned. */
  private boolean declarations(String context, List<Operand.Variable> declared) {
    while (scope.peekNonSpace().is(TokenType.VARIABLE)) {
      Token variable = scope.next();
      // Space is a token, so that "$x foo" shows itself as a call only behind the space.
      Token after = scope.peek();
      Token next = scope.peekNonSpace();
      if (next.is(TokenType.ASSIGN) || next.is(TokenType.DECLARE)) {
        scope.nextNonSpace();
        declare(variable, declared);
        return next.is(TokenType.ASSIGN);
      }
      if (next.is(TokenType.CHAR) && next.text().equals(",")) {
        scope.nextNonSpace();
        declare(variable, declared);
        if (!context.equals("range") || declared.size() >= 2) {
          throw scope.error("too many declarations in " + context);
        }
        switch (scope.peekNonSpace().type()) {
          case VARIABLE, RIGHT_DELIM, RIGHT_PAREN -> {}
          default -> throw scope.error("range can only initialize variables");
        }
        continue;
      }
      if (after.is(TokenType.SPACE)) {
        scope.backup3(variable, after);
      } else {
        scope.backup2(variable);
      }
      return false;
    }
    return false;
  }

  private void declare(Token variable, List<Operand.Variable> declared) {
    declared.add(new Operand.Variable(variable.pos(), variable.text(), List.of()));
    scope.variables.add(variable.text());
  }

  private void checkPipeline(List<CommandNode> commands, String context) {
    if (commands.isEmpty()) {
      throw scope.error("missing value for " + context);
    }
    for (int i = 1; i < commands.size(); i++) {
      switch (commands.get(i).operands().getFirst()) {
        case Operand.Bool _, Operand.Dot _, Operand.Nil _, Operand.Numeral _, Operand.Text _ ->
            throw scope.error("non executable command in pipeline stage " + (i + 1));
        default -> {}
      }
    }
  }

  private CommandNode command() {
    int pos = scope.peekNonSpace().pos();
    List<Operand> operands = new ArrayList<>(4);
    while (true) {
      scope.peekNonSpace();
      Operand operand = operand();
      if (operand != null) {
        operands.add(operand);
      }
      Token token = scope.next();
      switch (token.type()) {
        case SPACE -> {
          continue;
        }
        case RIGHT_DELIM, RIGHT_PAREN -> scope.backup();
        case PIPE -> {}
        default -> throw scope.unexpected(token, "operand");
      }
      if (operands.isEmpty()) {
        throw scope.error("empty command");
      }
      return new CommandNode(pos, operands);
    }
  }

  private @Nullable Operand operand() {
    Operand term = term();
    if (term == null || !scope.peek().is(TokenType.FIELD)) {
      return term;
    }
    int pos = scope.peek().pos();
    List<String> fields = new ArrayList<>();
    while (scope.peek().is(TokenType.FIELD)) {
      fields.add(name(scope.next()));
    }
    return switch (term) {
      case Operand.Field field -> {
        List<String> all = new ArrayList<>(field.names());
        all.addAll(fields);
        yield new Operand.Field(pos, all);
      }
      case Operand.Variable variable -> new Operand.Variable(pos, variable.name(), fields);
      case Operand.Bool _, Operand.Text _, Operand.Numeral _, Operand.Nil _, Operand.Dot _ -> {
        StringBuilder quoted = new StringBuilder();
        term.writeTo(quoted, version);
        throw scope.error("unexpected . after term " + Quotes.quote(quoted.toString()));
      }
      default -> new Operand.Chain(pos, term, fields);
    };
  }

  private @Nullable Operand term() {
    Token token = scope.nextNonSpace();
    return switch (token.type()) {
      case IDENTIFIER -> function(token);
      case DOT -> new Operand.Dot(token.pos());
      case NIL -> new Operand.Nil(token.pos());
      case VARIABLE -> variable(token);
      case FIELD -> new Operand.Field(token.pos(), List.of(name(token)));
      case BOOL -> new Operand.Bool(token.pos(), token.text().equals("true"));
      case CHAR_CONSTANT, COMPLEX, NUMBER -> new Operand.Numeral(token.pos(), number(token));
      case LEFT_PAREN -> {
        scope.enterNested();
        PipeNode pipe = pipeline("parenthesized pipeline", TokenType.RIGHT_PAREN);
        scope.leaveNested();
        yield new Operand.Parenthesized(pipe);
      }
      case STRING, RAW_STRING -> new Operand.Text(token.pos(), token.text(), unquote(token));
      default -> {
        scope.backup();
        yield null;
      }
    };
  }

  private Operand function(Token token) {
    var function = functions.get(token.text());
    if (function == null) {
      throw scope.error("function " + Quotes.quote(token.text()) + " not defined");
    }
    return new Operand.Function(token.pos(), function);
  }

  private Operand variable(Token token) {
    if (!scope.variables.contains(token.text())) {
      throw scope.error("undefined variable " + Quotes.quote(token.text()));
    }
    return new Operand.Variable(token.pos(), token.text(), List.of());
  }

  private static String name(Token field) {
    return field.text().substring(1);
  }

  private NumberConstant number(Token token) {
    try {
      return switch (token.type()) {
        case CHAR_CONSTANT -> NumberConstant.ofChar(token.text());
        case COMPLEX -> NumberConstant.ofComplex(token.text());
        default -> NumberConstant.of(token.text());
      };
    } catch (GoError e) {
      throw scope.error(e.text());
    }
  }
}
