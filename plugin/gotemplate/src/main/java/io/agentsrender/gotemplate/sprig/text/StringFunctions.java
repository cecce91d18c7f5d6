package io.agentsrender.gotemplate.sprig.text;

import static io.agentsrender.gotemplate.value.GoTypes.BOOL;
import static io.agentsrender.gotemplate.value.GoTypes.INT;
import static io.agentsrender.gotemplate.value.GoTypes.STRING;
import static io.agentsrender.gotemplate.value.GoTypes.STRINGS;
import static io.agentsrender.gotemplate.value.GoTypes.STRING_MAP;
import static io.agentsrender.gotemplate.value.Signature.signature;

import io.agentsrender.gotemplate.function.Arguments;
import io.agentsrender.gotemplate.sprig.table.Allowance;
import io.agentsrender.gotemplate.sprig.table.FunctionTable;
import io.agentsrender.gotemplate.text.Abbreviation;
import io.agentsrender.gotemplate.text.Substrings;
import io.agentsrender.gotemplate.text.Trimming;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.gotemplate.value.Signature;
import java.util.List;

/** Functions that cut, find and repeat; all of them count bytes. */
public final class StringFunctions {
  private static final Signature ONE = signature(STRING).returns(STRING);
  private static final Signature TWO = signature(STRING, STRING).returns(STRING);
  private static final Signature TEST = signature(STRING, STRING).returns(BOOL);

  private StringFunctions() {}

  public static void addTo(FunctionTable table) {
    table.add("hello", signature().returns(STRING), args -> "Hello!");
    table.add("trim", ONE, args -> Trimming.space(args.string(0)));
    table.add("trimAll", TWO, args -> Trimming.of(args.string(1), args.string(0)));
    table.alias("trimall", "trimAll");
    table.add("trimPrefix", TWO, StringFunctions::trimPrefix);
    table.add("trimSuffix", TWO, StringFunctions::trimSuffix);
    table.add("contains", TEST, args -> args.string(1).contains(args.string(0)));
    table.add("hasPrefix", TEST, args -> args.string(1).startsWith(args.string(0)));
    table.add("hasSuffix", TEST, args -> args.string(1).endsWith(args.string(0)));
    table.add(
        "replace", signature(STRING, STRING, STRING).returns(STRING), StringFunctions::replace);
    table.add("repeat", signature(INT, STRING).returns(STRING), StringFunctions::repeat);
    table.add("substr", signature(INT, INT, STRING).returns(STRING), StringFunctions::substr);
    table.add("trunc", signature(INT, STRING).returns(STRING), StringFunctions::trunc);
    table.add(
        "abbrev",
        signature(INT, STRING).returns(STRING),
        args -> Abbreviation.right(args.string(1), args.integer(0)));
    table.add(
        "abbrevboth",
        signature(INT, INT, STRING).returns(STRING),
        args -> Abbreviation.both(args.string(2), args.integer(0), args.integer(1)));
    table.add(
        "split",
        signature(STRING, STRING).returns(STRING_MAP),
        args -> numbered(split(args, args.string(1), -1)));
    table.add(
        "splitn",
        signature(STRING, INT, STRING).returns(STRING_MAP),
        args -> numbered(split(args, args.string(2), args.integer(1))));
    table.add(
        "splitList",
        signature(STRING, STRING).returns(STRINGS),
        args -> GoSlice.ofStrings(split(args, args.string(1), -1)));
  }

  private static String trimPrefix(Arguments args) {
    String s = args.string(1);
    String prefix = args.string(0);
    return s.startsWith(prefix) ? s.substring(prefix.length()) : s;
  }

  private static String trimSuffix(Arguments args) {
    String s = args.string(1);
    String suffix = args.string(0);
    return s.endsWith(suffix) ? s.substring(0, s.length() - suffix.length()) : s;
  }

  private static String replace(Arguments args) {
    String s = args.string(2);
    long length = Substrings.replacedLength(s, args.string(0), args.string(1));
    Allowance.text(args.context().meter(), length);
    return Substrings.replace(s, args.string(0), args.string(1));
  }

  private static String repeat(Arguments args) {
    long count = args.integer(0);
    String s = args.string(1);
    if (count < 0) {
      throw new GoError("strings: negative Repeat count");
    }
    if (s.isEmpty()) {
      return "";
    }
    if (Math.multiplyHigh(count, s.length()) != 0 || count * s.length() < 0) {
      throw new GoError("strings: Repeat output length overflow");
    }
    Allowance.text(args.context().meter(), count * s.length());
    return s.repeat((int) count);
  }

  private static String substr(Arguments args) {
    long start = args.integer(0);
    long end = args.integer(1);
    String s = args.string(2);
    if (start >= 0 && (end < 0 || end > s.length())) {
      end = s.length();
    }
    if (start < 0 && (end < 0 || end > s.length())) {
      throw outOfRange(":" + end + "]" + (end < 0 ? "" : " with length " + s.length()));
    }
    if (start > end) {
      throw outOfRange(start + ":" + end + "]");
    }
    return s.substring((int) Math.max(start, 0), (int) end);
  }

  private static GoError outOfRange(String bounds) {
    return new GoError("runtime error: slice bounds out of range [" + bounds);
  }

  private static String trunc(Arguments args) {
    long count = args.integer(0);
    String s = args.string(1);
    if (count < 0 && s.length() + count > 0) {
      return s.substring((int) (s.length() + count));
    }
    return count >= 0 && s.length() > count ? s.substring(0, (int) count) : s;
  }

  private static List<String> split(Arguments args, String s, long limit) {
    long parts = Substrings.count(s, args.string(0)) + 1L;
    Allowance.list(args.context().meter(), limit < 0 ? parts : Math.min(limit, parts));
    return Substrings.split(s, args.string(0), Math.clamp(limit, -1, Integer.MAX_VALUE));
  }

  private static GoMap numbered(List<String> parts) {
    GoMap map = new GoMap(STRING_MAP);
    for (int i = 0; i < parts.size(); i++) {
      map.put("_" + i, parts.get(i));
    }
    return map;
  }
}
