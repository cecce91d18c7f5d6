package io.agentsrender.gotemplate.fmt;

import io.agentsrender.gotemplate.value.GoInt;
import io.agentsrender.gotemplate.value.GoNamed;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.gotemplate.value.GoTypes;
import io.agentsrender.source.budget.Meter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run through a format string ({@code fmt/print.go}, doPrintf). */
final class FormatString {
  /** Widths and precisions beyond it are taken for mistakes (tooLarge). */
  private static final int MAX_NUMBER = 1_000_000;

  private final String format;
  private final List<? extends @Nullable Object> args;
  private final StringBuilder out;
  private final Printer printer;
  private final Flags flags;

  private int at;
  private int argument;
  private boolean afterIndex;
  private boolean reordered;
  private boolean goodIndex;

  FormatString(
      String format, List<? extends @Nullable Object> args, Meter meter, StringBuilder out) {
    this.format = format;
    this.args = args;
    this.out = out;
    this.printer = new Printer(meter, out);
    this.flags = printer.flags;
  }

  void print() {
    while (at < format.length()) {
      goodIndex = true;
      int percent = format.indexOf('%', at);
      if (percent < 0) {
        out.append(format, at, format.length());
        break;
      }
      out.append(format, at, percent);
      at = percent + 1;
      flags.clear();
      if (!simpleVerb() && !verb()) {
        break;
      }
    }
    if (!reordered && argument < args.size()) {
      surplus();
    }
  }

  /** Reads flags, and a lower-case verb right behind them: true where that was all. */
  private boolean simpleVerb() {
    for (; at < format.length(); at++) {
      char c = format.charAt(at);
      switch (c) {
        case '#' -> flags.sharp = true;
        case '0' -> flags.zero = true;
        case '+' -> flags.plus = true;
        case '-' -> flags.minus = true;
        case ' ' -> flags.space = true;
        default -> {
          if (c < 'a' || c > 'z' || argument >= args.size()) {
            return false;
          }
          at++;
          next(c);
          return true;
        }
      }
    }
    return false;
  }

  /** Reads index, width, precision and verb: false where the format ends before the verb. */
  private boolean verb() {
    index();
    width();
    if (at + 1 < format.length() && format.charAt(at) == '.') {
      at++;
      if (afterIndex) {
        goodIndex = false;
      }
      index();
      precision();
    }
    if (!afterIndex) {
      index();
    }
    if (at >= format.length()) {
      out.append("%!(NOVERB)");
      return false;
    }
    int decoded = GoString.decodeRune(format, at);
    int verb = GoString.runeOf(decoded);
    at += GoString.widthOf(decoded);
    if (verb == '%') {
      out.append('%');
    } else if (!goodIndex) {
      GoString.appendRune(out.append("%!"), verb);
      out.append("(BADINDEX)");
    } else if (argument >= args.size()) {
      GoString.appendRune(out.append("%!"), verb);
      out.append("(MISSING)");
    } else {
      next(verb);
    }
    return true;
  }

  private void next(int verb) {
    if (verb == 'v' || verb == 'w') {
      flags.turnIntoValueFlags();
    }
    printer.argument(args.get(argument), verb);
    argument++;
  }

  /** Reads an explicit argument index such as {@code [2]} (argNumber). */
  private void index() {
    afterIndex = false;
    if (at >= format.length() || format.charAt(at) != '[') {
      return;
    }
    reordered = true;
    int close = format.indexOf(']', at);
    if (format.length() - at < 3 || close < 0) {
      goodIndex = false;
      at++;
      return;
    }
    int from = at + 1;
    at = close + 1;
    int end = digitsEnd(from, close);
    if (end != close || end == from) {
      goodIndex = false;
      return;
    }
    afterIndex = true;
    int number = Integer.parseInt(format, from, end, 10) - 1;
    if (number < 0 || number >= args.size()) {
      goodIndex = false;
    } else {
      argument = number;
    }
  }

  private void width() {
    if (at < format.length() && format.charAt(at) == '*') {
      at++;
      Integer width = integerArgument();
      flags.hasWidth = width != null;
      if (width == null) {
        out.append("%!(BADWIDTH)");
      } else {
        flags.width = Math.abs(width);
        if (width < 0) {
          flags.minus = true;
          flags.zero = false;
        }
      }
      afterIndex = false;
    } else {
      int number = number();
      flags.hasWidth = number >= 0;
      flags.width = Math.max(number, 0);
      if (afterIndex && flags.hasWidth) {
        goodIndex = false;
      }
    }
  }

  private void precision() {
    if (at < format.length() && format.charAt(at) == '*') {
      at++;
      Integer precision = integerArgument();
      flags.hasPrecision = precision != null && precision >= 0;
      flags.precision = flags.hasPrecision && precision != null ? precision : 0;
      if (!flags.hasPrecision) {
        out.append("%!(BADPREC)");
      }
      afterIndex = false;
    } else {
      flags.precision = Math.max(number(), 0);
      flags.hasPrecision = true;
    }
  }

  /** Reads digits; -1 without any, and where they are too many, which also skips the rest. */
  private int number() {
    int end = digitsEnd(at, format.length());
    if (end == at || end < 0) {
      at = end < 0 ? format.length() : at;
      return -1;
    }
    int number = Integer.parseInt(format, at, end, 10);
    at = end;
    return number;
  }

  /** Where digits end; -1 where they make a number too large to be meant (parsenum). */
  private int digitsEnd(int from, int limit) {
    int number = 0;
    int end = from;
    for (; end < limit && format.charAt(end) >= '0' && format.charAt(end) <= '9'; end++) {
      if (number > MAX_NUMBER) {
        return -1;
      }
      number = number * 10 + (format.charAt(end) - '0');
    }
    return end;
  }

  /** The next argument as a width or precision; null where it is not an integer of such size. */
  private @Nullable Integer integerArgument() {
    if (argument >= args.size()) {
      return null;
    }
    Object value = args.get(argument++);
    if (value == null
        || !(GoNamed.basic(value) instanceof GoInt integer)
        || integer.bits() > MAX_NUMBER
        || integer.bits() < (integer.isSigned() ? -MAX_NUMBER : 0)) {
      return null;
    }
    return (int) integer.bits();
  }

  private void surplus() {
    flags.clear();
    out.append("%!(EXTRA ");
    for (int i = argument; i < args.size(); i++) {
      if (i > argument) {
        out.append(", ");
      }
      Object value = args.get(i);
      if (value == null) {
        out.append("<nil>");
      } else {
        out.append(GoTypes.typeOf(value).name()).append('=');
        printer.argument(value, 'v');
      }
    }
    out.append(')');
  }
}
