package io.agentsrender.gotemplate.sprig.crypto;

import static io.agentsrender.gotemplate.value.GoTypes.INT;
import static io.agentsrender.gotemplate.value.GoTypes.STRING;
import static io.agentsrender.gotemplate.value.Signature.signature;

import io.agentsrender.gotemplate.encoding.GoBase64;
import io.agentsrender.gotemplate.function.Arguments;
import io.agentsrender.gotemplate.sprig.table.Allowance;
import io.agentsrender.gotemplate.sprig.table.FunctionTable;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoInt;
import io.agentsrender.gotemplate.value.GoString;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Functions whose answers are random, by the numbers of the host. */
public final class RandomFunctions {
  private static final String DIGITS = "0123456789";
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String ASCII = ascii();

  private RandomFunctions() {}

  private static String ascii() {
    StringBuilder out = new StringBuilder();
    for (char c = ' '; c < 0x7f; c++) {
      out.append(c);
    }
    return out.toString();
  }

  public static void addTo(FunctionTable table) {
    addText(table, "randAlphaNum", DIGITS + LETTERS);
    addText(table, "randAlpha", LETTERS);
    addText(table, "randNumeric", DIGITS);
    addText(table, "randAscii", ASCII);
    table.add("randBytes", signature(INT).returns(STRING).orError(), RandomFunctions::bytes);
    table.add("randInt", signature(INT, INT).returns(INT), RandomFunctions::integer);
    table.add("shuffle", signature(STRING).returns(STRING), RandomFunctions::shuffle);
    table.add("uuidv4", signature().returns(STRING), RandomFunctions::uuid);
  }

  private static RandomGenerator random(Arguments args) {
    return args.context().host().random();
  }

  private static void addText(FunctionTable table, String name, String characters) {
    table.add(name, signature(INT).returns(STRING), args -> text(args, characters));
  }

  private static String text(Arguments args, String characters) {
    long count = Math.max(args.integer(0), 0);
    args.context().meter().step(count);
    Allowance.text(args.context().meter(), count);
    RandomGenerator random = random(args);
    StringBuilder out = new StringBuilder((int) count);
    for (long i = 0; i < count; i++) {
      out.append(characters.charAt(random.nextInt(characters.length())));
    }
    return out.toString();
  }

  private static String bytes(Arguments args) {
    long count = args.integer(0);
    if (count < 0) {
      throw new GoError("runtime error: makeslice: len out of range");
    }
    args.context().meter().step(count);
    Allowance.text(args.context().meter(), count);
    byte[] bytes = new byte[(int) count];
    random(args).nextBytes(bytes);
    return GoBase64.encode(GoString.ofBytes(bytes));
  }

  private static GoInt integer(Arguments args) {
    long range = args.integer(1) - args.integer(0);
    if (range <= 0) {
      throw new GoError("invalid argument to Intn");
    }
    return GoInt.of(args.integer(0) + random(args).nextLong(range));
  }

  private static String shuffle(Arguments args) {
    int[] runes = GoString.runes(args.string(0));
    RandomGenerator random = random(args);
    for (int i = runes.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int rune = runes[i];
      runes[i] = runes[other];
      runes[other] = rune;
    }
    return GoString.ofRunes(runes);
  }

  private static String uuid(Arguments args) {
    RandomGenerator random = random(args);
    long high = random.nextLong() & ~0xf000L | 0x4000L;
    long low = random.nextLong() & ~(3L << 62) | 2L << 62;
    return new UUID(high, low).toString();
  }
}
