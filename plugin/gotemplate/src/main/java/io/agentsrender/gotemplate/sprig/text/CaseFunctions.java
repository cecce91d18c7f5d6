package io.agentsrender.gotemplate.sprig.text;

import static io.agentsrender.gotemplate.value.GoTypes.INT;
import static io.agentsrender.gotemplate.value.GoTypes.STRING;
import static io.agentsrender.gotemplate.value.Signature.signature;

import io.agentsrender.gotemplate.function.Arguments;
import io.agentsrender.gotemplate.sprig.table.Allowance;
import io.agentsrender.gotemplate.sprig.table.FunctionTable;
import io.agentsrender.gotemplate.text.Cases;
import io.agentsrender.gotemplate.text.WordCase;
import io.agentsrender.gotemplate.text.Words;
import io.agentsrender.gotemplate.text.Wrapping;
import io.agentsrender.gotemplate.value.Signature;
import java.util.function.UnaryOperator;

/** Functions over letters, words and lines. */
public final class CaseFunctions {
  private static final Signature ONE = signature(STRING).returns(STRING);

  private CaseFunctions() {}

  public static void addTo(FunctionTable table, WordCase.Capitals capitals) {
    add(table, "upper", Cases::upper);
    add(table, "lower", Cases::lower);
    add(table, "title", Cases::title);
    add(table, "untitle", Cases::untitle);
    add(table, "swapcase", Cases::swap);
    add(table, "nospace", Words::withoutSpace);
    add(table, "initials", Words::initials);
    add(table, "camelcase", s -> WordCase.pascal(s, capitals));
    add(table, "snakecase", WordCase::snake);
    add(table, "kebabcase", WordCase::kebab);
    table.add(
        "wrap",
        signature(INT, STRING).returns(STRING),
        args -> Wrapping.wrap(args.string(1), args.integer(0), "", false));
    table.add("wrapWith", signature(INT, STRING, STRING).returns(STRING), CaseFunctions::wrapWith);
    table.add(
        "plural",
        signature(STRING, STRING, INT).returns(STRING),
        args -> args.integer(2) == 1 ? args.string(0) : args.string(1));
  }

  private static void add(FunctionTable table, String name, UnaryOperator<String> body) {
    table.add(name, ONE, args -> body.apply(args.string(0)));
  }

  private static String wrapWith(Arguments args) {
    long width = Math.max(args.integer(0), 1);
    String s = args.string(2);
    long lines = s.length() / width + 1;
    Allowance.text(args.context().meter(), s.length() + lines * args.string(1).length());
    return Wrapping.wrap(s, width, args.string(1), true);
  }
}
