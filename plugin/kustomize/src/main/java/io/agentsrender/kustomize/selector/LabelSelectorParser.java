package io.agentsrender.kustomize.selector;

import io.agentsrender.kustomize.failure.BuildFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads label selectors (k8s.io/apimachinery/pkg/labels/selector.go). */
final class LabelSelectorParser {
  private static final String SYMBOLS = "=!(),><";
  private static final String END = "";

  private final List<String> tokens = new ArrayList<>();
  private int next;

  LabelSelectorParser(String text) {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = at + 1;
      if (Character.isWhitespace(c)) {
        at = end;
        continue;
      }
      if (isSymbol(c)) {
        boolean pair = (c == '=' || c == '!') && end < text.length() && text.charAt(end) == '=';
        end += pair ? 1 : 0;
      } else {
        while (end < text.length()
            && !isSymbol(text.charAt(end))
            && !Character.isWhitespace(text.charAt(end))) {
          end++;
        }
      }
      tokens.add(text.substring(at, end));
      at = end;
    }
    tokens.add(END);
  }

  private static boolean isSymbol(char c) {
    return SYMBOLS.indexOf(c) >= 0;
  }

  private static boolean isIdentifier(String token) {
    return !token.isEmpty() && !isSymbol(token.charAt(0));
  }

  private String peek() {
    return tokens.get(next);
  }

  private String take() {
    String token = tokens.get(next);
    if (next < tokens.size() - 1) {
      next++;
    }
    return token;
  }

  List<Requirement> parse() {
    List<Requirement> requirements = new ArrayList<>();
    while (!peek().equals(END)) {
      if (!isIdentifier(peek()) && !peek().equals("!")) {
        throw found(peek(), "!, identifier, or 'end of string'");
      }
      requirements.add(
          BuildFailure.wrapping("unable to parse requirement", this::parseRequirement));
      String token = take();
      if (token.equals(END)) {
        break;
      }
      if (!token.equals(",")) {
        throw found(token, "',' or 'end of string'");
      }
      if (!isIdentifier(peek()) && !peek().equals("!")) {
        throw found(peek(), "identifier after ','");
      }
    }
    return requirements;
  }

  private Requirement parseRequirement() {
    boolean not = peek().equals("!");
    if (not) {
      take();
    }
    String key = take();
    if (!isIdentifier(key)) {
      throw found(key, "identifier");
    }
    QualifiedName.requireKey(key);
    if (not) {
      return new Requirement(key, Requirement.Operator.DOES_NOT_EXIST, Set.of());
    }
    if (peek().equals(END) || peek().equals(",")) {
      return new Requirement(key, Requirement.Operator.EXISTS, Set.of());
    }
    String operator = take();
    return switch (operator) {
      case "in" -> new Requirement(key, Requirement.Operator.IN, parseValues());
      case "notin" -> new Requirement(key, Requirement.Operator.NOT_IN, parseValues());
      case "=", "==" -> new Requirement(key, Requirement.Operator.IN, parseValue());
      case "!=" -> new Requirement(key, Requirement.Operator.NOT_IN, parseValue());
      case ">" -> new Requirement(key, Requirement.Operator.GREATER, parseValue());
      case "<" -> new Requirement(key, Requirement.Operator.LESS, parseValue());
      default -> throw found(operator, "'=', '!=', '==', 'in', notin'");
    };
  }

  private Set<String> parseValue() {
    if (peek().equals(END) || peek().equals(",")) {
      return Set.of("");
    }
    String value = take();
    if (!isIdentifier(value)) {
      throw found(value, "identifier");
    }
    return Set.of(value);
  }

  /** Empty places between commas stand for the empty value. */
  private Set<String> parseValues() {
    String open = take();
    if (!open.equals("(")) {
      throw found(open, "'('");
    }
    Set<String> values = new TreeSet<>();
    boolean expectsValue = true;
    while (true) {
      String token = take();
      if (token.equals(")")) {
        if (expectsValue) {
          values.add("");
        }
        return values;
      }
      if (token.equals(",")) {
        if (expectsValue) {
          values.add("");
        }
        expectsValue = true;
      } else if (isIdentifier(token) && expectsValue) {
        values.add(token);
        expectsValue = false;
      } else {
        throw found(token, expectsValue ? "',', or identifier" : "',' or ')'");
      }
    }
  }

  private static BuildFailure found(String token, String expected) {
    return BuildFailure.of("found '" + token + "', expected: " + expected);
  }
}
