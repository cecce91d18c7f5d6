package io.agentsrender.gotemplate.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.source.Meter;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** The password hash bcrypt, as golang.org/x/crypto/bcrypt makes it at its usual cost. */
public final class Bcrypt {
  /** The schedule is run 2 to the power of this many times. */
  private static final int COST = 10;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 23;
  private static final int MAX_PASSWORD_BYTES = 72;
  private static final int ENCRYPTIONS = 64;

  /** What takes about as long as so many steps of a template. */
  private static final int STEPS = 500_000;

  private static final byte[] NO_SALT = {};
  private static final String MAGIC = "OrpheanBeholderScryDoubt";
  private static final String ALPHABET =
      "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private Bcrypt() {}

  /**
   * Hashes a password with a random salt.
   *
   * @throws GoError for a password that is too long
   */
  public static String hash(String password, RandomGenerator random, Meter meter) {
    if (password.length() > MAX_PASSWORD_BYTES) {
      throw new GoError("bcrypt: password length exceeds 72 bytes");
    }
    meter.step(STEPS);
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return hash(password, salt);
  }

  static String hash(String password, byte[] salt) {
    byte[] key = Arrays.copyOf(GoString.toBytes(password), password.length() + 1);
    Blowfish cipher = new Blowfish();
    cipher.expand(key, salt);
    for (int i = 0; i < 1 << COST; i++) {
      cipher.expand(key, NO_SALT);
      cipher.expand(salt, NO_SALT);
    }
    int[] block = new int[MAGIC.length() / Integer.BYTES];
    ByteBuffer.wrap(MAGIC.getBytes(US_ASCII)).asIntBuffer().get(block);
    for (int i = 0; i < block.length; i += 2) {
      cipher.encrypt(block, i, ENCRYPTIONS);
    }
    ByteBuffer hash = ByteBuffer.allocate(MAGIC.length());
    hash.asIntBuffer().put(block);
    return "$2a$" + COST + "$" + encode(salt) + encode(Arrays.copyOf(hash.array(), HASH_BYTES));
  }

  /** Base64 by an alphabet of its own, without padding. */
  private static String encode(byte[] bytes) {
    StringBuilder out = new StringBuilder();
    int bits = 0;
    int count = 0;
    for (byte b : bytes) {
      bits = bits << Byte.SIZE | (b & 0xff);
      count += Byte.SIZE;
      while (count >= 6) {
        count -= 6;
        out.append(ALPHABET.charAt(bits >> count & 63));
      }
    }
    return count == 0
        ? out.toString()
        : out.append(ALPHABET.charAt(bits << 6 - count & 63)).toString();
  }
}
