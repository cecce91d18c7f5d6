package io.agentsrender.gotemplate.sprig.text;

import static io.agentsrender.gotemplate.value.GoTypes.ANY;
import static io.agentsrender.gotemplate.value.GoTypes.INT;
import static io.agentsrender.gotemplate.value.GoTypes.STRING;
import static io.agentsrender.gotemplate.value.GoTypes.STRINGS;
import static io.agentsrender.gotemplate.value.Signature.signature;

import io.agentsrender.gotemplate.fmt.GoFormat;
import io.agentsrender.gotemplate.fmt.Quotes;
import io.agentsrender.gotemplate.function.Arguments;
import io.agentsrender.gotemplate.sprig.table.Allowance;
import io.agentsrender.gotemplate.sprig.table.FunctionTable;
import io.agentsrender.gotemplate.sprig.table.Values;
import io.agentsrender.gotemplate.text.Substrings;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.gotemplate.value.Signature;
import io.agentsrender.source.budget.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Functions that make text of values, and blocks of text. */
public final class TextFunctions {
  private static final Signature ALL = signature(ANY).variadicLast().returns(STRING);
  private static final Signature BLOCK = signature(INT, STRING).returns(STRING);

  private TextFunctions() {}

  public static void addTo(FunctionTable table) {
    table.add(
        "toString",
        signature(ANY).returns(STRING),
        args -> Values.text(args.context().meter(), args.value(0)));
    table.add(
        "toStrings",
        signature(ANY).returns(STRINGS),
        args -> {
          Object value = args.value(0);
          return value instanceof GoSlice slice && slice.type().equals(STRINGS)
              ? slice
              : GoSlice.ofStrings(Values.texts(args.context().meter(), value));
        });
    table.add(
        "quote",
        ALL,
        args -> joined(args, value -> Quotes.quote(Values.text(args.context().meter(), value))));
    table.add(
        "squote",
        ALL,
        args -> joined(args, value -> "'" + GoFormat.text(args.context().meter(), value) + "'"));
    table.add(
        "cat", ALL, args -> joined(args, value -> GoFormat.text(args.context().meter(), value)));
    table.add("join", signature(STRING, ANY).returns(STRING), TextFunctions::join);
    table.add("indent", BLOCK, args -> indent(args, ""));
    table.add("nindent", BLOCK, args -> indent(args, "\n"));
  }

  /** The texts of all values but nils, with spaces between them. */
  private static String joined(Arguments args, Function<Object, String> text) {
    List<String> texts = new ArrayList<>(args.size());
    for (@Nullable Object value : args.rest()) {
      if (value != null) {
        texts.add(text.apply(value));
      }
    }
    return join(args.context().meter(), texts, " ");
  }

  private static String join(Arguments args) {
    Meter meter = args.context().meter();
    return join(meter, Values.texts(meter, args.value(1)), args.string(0));
  }

  private static String join(Meter meter, List<String> texts, String separator) {
    long length = (long) separator.length() * texts.size();
    for (String text : texts) {
      length += text.length();
    }
    Allowance.text(meter, length);
    return String.join(separator, texts);
  }

  private static String indent(Arguments args, String before) {
    long width = args.integer(0);
    String s = args.string(1);
    if (width < 0) {
      throw new GoError("strings: negative Repeat count");
    }
    int lines = Substrings.count(s, "\n") + 1;
    boolean tooMany = Math.multiplyHigh(width, lines) != 0 || width * lines < 0;
    Allowance.text(args.context().meter(), tooMany ? Long.MAX_VALUE : s.length() + width * lines);
    StringBuilder out = new StringBuilder(1 + s.length() + (int) width * lines).append(before);
    int from = 0;
    for (int end = s.indexOf('\n'); end >= 0; end = s.indexOf('\n', from)) {
      out.repeat(' ', (int) width).append(s, from, end + 1);
      from = end + 1;
    }
    return out.repeat(' ', (int) width).append(s, from, s.length()).toString();
  }
}
