package io.agentsrender.gotemplate.crypto;

import java.math.BigInteger;

/** The binary digits of pi after the point, with which Blowfish starts. */
final class PiWords {
  private static final int GUARD_BITS = 64;

  private PiWords() {}

  /** The first so many words of 32 bits. */
  static int[] first(int count) {
    int bits = count * Integer.SIZE + GUARD_BITS;
    // Machin: pi = 16 atan(1/5) - 4 atan(1/239).
    BigInteger pi =
        inverseTangent(5, bits).shiftLeft(4).subtract(inverseTangent(239, bits).shiftLeft(2));
    BigInteger fraction = pi.subtract(BigInteger.valueOf(3).shiftLeft(bits));
    int[] words = new int[count];
    for (int i = 0; i < count; i++) {
      words[i] = fraction.shiftRight(bits - (i + 1) * Integer.SIZE).intValue();
    }
    return words;
  }

  /** {@code atan(1/x)} times 2 to the power of {@code bits}. */
  private static BigInteger inverseTangent(int x, int bits) {
    BigInteger square = BigInteger.valueOf((long) x * x);
    BigInteger power = BigInteger.ONE.shiftLeft(bits).divide(BigInteger.valueOf(x));
    BigInteger sum = power;
    for (int n = 3; power.signum() != 0; n += 2) {
      power = power.divide(square).negate();
      sum = sum.add(power.divide(BigInteger.valueOf(n)));
    }
    return sum;
  }
}
