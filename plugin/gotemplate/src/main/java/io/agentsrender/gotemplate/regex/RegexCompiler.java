package io.agentsrender.gotemplate.regex;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.source.budget.Meter;

/** Compiles one expression, and makes good for what re2j does otherwise than Go. */
final class RegexCompiler {
  private static final String PREFIX = "error parsing regexp: ";

  /** The most states of an expression; one takes about 50 bytes. */
  private static final long MAX_STATES = 2_000_000;

  private static final int CLASS_CHARS_PER_STATE = 16;

  private final String expression;
  private final Meter meter;

  RegexCompiler(String expression, Meter meter) {
    this.expression = expression;
    this.meter = meter;
  }

  GoRegex compile() {
    checkUtf8();
    String text = GoString.decode(expression);
    RegexText scanned = RegexText.scan(text);
    scanned
        .excessiveRepetition()
        .ifPresent(operator -> {
          throw new GoError(PREFIX + "invalid repeat count: `" + operator + "`");
        });
    checkSize(scanned);
    try {
      Pattern pattern = Pattern.compile(text);
      if (!scanned.isRewritten()) {
        return new GoRegex(pattern, scanned.names());
      }
    } catch (PatternSyntaxException e) {
      if (!scanned.isRewritten() || !isCured(e)) {
        throw goError(e, text, text);
      }
    }
    try {
      return new GoRegex(Pattern.compile(scanned.rewritten()), scanned.names());
    } catch (PatternSyntaxException e) {
      throw goError(e, scanned.rewritten(), text);
    }
  }

  private void checkUtf8() {
    for (int i = 0; i < expression.length(); ) {
      int decoded = GoString.decodeRune(expression, i);
      if (GoString.isInvalid(decoded)) {
        throw new GoError(PREFIX + "invalid UTF-8: `" + expression.substring(i) + "`");
      }
      i += GoString.widthOf(decoded);
    }
  }

  private void checkSize(RegexText scanned) {
    long classes = scanned.rewritten().length() / CLASS_CHARS_PER_STATE;
    long states = (expression.length() + classes) * scanned.mostCopies();
    meter.step(states);
    if (states > MAX_STATES) {
      throw GoError.notSupported("a regular expression that may need " + states + " states");
    }
  }

  /** Whether rewriting can take this error away. */
  private static boolean isCured(PatternSyntaxException e) {
    String reason = e.getDescription();
    return reason.startsWith("duplicate capture group name")
        || reason.startsWith("invalid character class range");
  }

  private static GoError goError(PatternSyntaxException e, String compiled, String original) {
    if (e.getDescription().contains("internal error")) {
      // What re2j calls an underflow of its stack.
      return new GoError(GoString.encode(PREFIX + "unexpected ): `" + original + "`"), e);
    }
    String message = String.valueOf(e.getMessage()).replace(compiled, original);
    if (e.getPattern() == null || e.getPattern().isEmpty()) {
      // Go quotes what is wrong even where nothing is left of the expression.
      message = PREFIX + e.getDescription() + ": ``";
    }
    return new GoError(GoString.encode(message), e);
  }
}
