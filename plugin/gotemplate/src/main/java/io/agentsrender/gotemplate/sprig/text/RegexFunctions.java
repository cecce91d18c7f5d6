package io.agentsrender.gotemplate.sprig.text;

import static io.agentsrender.gotemplate.value.GoTypes.BOOL;
import static io.agentsrender.gotemplate.value.GoTypes.INT;
import static io.agentsrender.gotemplate.value.GoTypes.STRING;
import static io.agentsrender.gotemplate.value.GoTypes.STRINGS;
import static io.agentsrender.gotemplate.value.Signature.signature;

import io.agentsrender.gotemplate.fmt.Quotes;
import io.agentsrender.gotemplate.function.Arguments;
import io.agentsrender.gotemplate.regex.GoRegex;
import io.agentsrender.gotemplate.regex.RegexCache;
import io.agentsrender.gotemplate.sprig.table.FunctionTable;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.gotemplate.value.Signature;
import io.agentsrender.source.budget.Meter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Functions over regular expressions, always the first argument. */
public final class RegexFunctions {
  private RegexFunctions() {}

  /** What a function does once the expression is compiled. */
  @FunctionalInterface
  private interface Body {
    @Nullable Object call(GoRegex regex, Arguments args, Meter meter);
  }

  public static void addTo(FunctionTable table) {
    Signature test = signature(STRING, STRING).returns(BOOL);
    Body matches = (regex, args, meter) -> regex.matches(args.string(1), meter);
    table.add("regexMatch", test, args -> matchesIfSound(matches, args));
    table.add("mustRegexMatch", test.orError(), args -> call(matches, args));
    addBoth(
        table,
        "Find",
        signature(STRING, STRING).returns(STRING),
        (regex, args, meter) -> regex.find(args.string(1), meter));
    addBoth(
        table,
        "FindAll",
        signature(STRING, STRING, INT).returns(STRINGS),
        (regex, args, meter) -> list(regex.findAll(args.string(1), args.integer(2), meter)));
    Signature replace = signature(STRING, STRING, STRING).returns(STRING);
    addBoth(
        table,
        "ReplaceAll",
        replace,
        (regex, args, meter) -> regex.replaceAll(args.string(1), args.string(2), meter));
    addBoth(
        table,
        "ReplaceAllLiteral",
        replace,
        (regex, args, meter) -> regex.replaceAllLiteral(args.string(1), args.string(2), meter));
    addBoth(
        table,
        "Split",
        signature(STRING, STRING, INT).returns(STRINGS),
        (regex, args, meter) -> list(regex.split(args.string(1), args.integer(2), meter)));
    table.add(
        "regexQuoteMeta",
        signature(STRING).returns(STRING),
        args -> GoRegex.quoteMeta(args.string(0)));
  }

  /** Adds a function that panics at a bad expression, and one that returns the error. */
  private static void addBoth(FunctionTable table, String name, Signature signature, Body body) {
    table.add("regex" + name, signature, args -> callOrPanic(body, args));
    table.add("mustRegex" + name, signature.orError(), args -> call(body, args));
  }

  private static @Nullable Object call(Body body, Arguments args) {
    return body.call(compiled(args), args, args.context().meter());
  }

  private static @Nullable Object callOrPanic(Body body, Arguments args) {
    GoRegex regex;
    try {
      regex = compiled(args);
    } catch (GoError e) {
      throw new GoError("regexp: Compile(" + quoted(args.string(0)) + "): " + e.text(), e);
    }
    return body.call(regex, args, args.context().meter());
  }

  /** A bad expression matches nothing. */
  private static @Nullable Object matchesIfSound(Body matches, Arguments args) {
    try {
      return call(matches, args);
    } catch (GoError e) {
      if (e.isNotSupported()) {
        throw e;
      }
      return false;
    }
  }

  private static GoRegex compiled(Arguments args) {
    RegexCache cache = args.context().local(RegexCache.class, RegexCache::new);
    return cache.get(args.string(0), args.context().meter());
  }

  private static String quoted(String expression) {
    return Quotes.canBackquote(expression) ? "`" + expression + "`" : Quotes.quote(expression);
  }

  /** Nothing is a nil list. */
  private static GoSlice list(Optional<List<String>> strings) {
    return strings.map(GoSlice::ofStrings).orElseGet(() -> GoSlice.nil(STRINGS));
  }
}
