package io.agentsrender.gotemplate.crypto;

import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.source.budget.Meter;
import java.util.random.RandomGenerator;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** The password hash bcrypt, as golang.org/x/crypto/bcrypt makes it at its usual cost. */
public final class Bcrypt {
  /** The schedule is run 2 to the power of this many times. */
  private static final int COST = 10;

  private static final int SALT_BYTES = 16;
  private static final int MAX_PASSWORD_BYTES = 72;

  /** What takes about as long as so many steps of a template. */
  private static final int STEPS = 500_000;

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
    return OpenBSDBCrypt.generate("2a", GoString.toBytes(password), salt, COST);
  }
}
