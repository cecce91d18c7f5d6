package io.agentsrender.gotemplate.crypto;

import io.agentsrender.gotemplate.encoding.GoBase64;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoString;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Text encrypted by AES-256 in chained blocks, the vector before it, in base64 (sprig/crypto.go).
 */
public final class AesText {
  private static final int KEY_BYTES = 32;
  private static final int BLOCK_BYTES = 16;

  private AesText() {}

  /** Encrypts with a random vector; nothing stays nothing. */
  public static String encrypt(String password, String text, RandomGenerator random) {
    if (text.isEmpty()) {
      return "";
    }
    byte[] vector = new byte[BLOCK_BYTES];
    random.nextBytes(vector);
    int padding = BLOCK_BYTES - text.length() % BLOCK_BYTES;
    byte[] padded = Arrays.copyOf(GoString.toBytes(text), text.length() + padding);
    Arrays.fill(padded, text.length(), padded.length, (byte) padding);
    byte[] encrypted = run(Cipher.ENCRYPT_MODE, password, vector, padded);
    return GoBase64.encode(GoString.ofBytes(vector) + GoString.ofBytes(encrypted));
  }

  /**
   * Decrypts; what is no padding is cut off as if it were one.
   *
   * @throws GoError with the text of Go's error or panic
   */
  public static String decrypt(String password, String encrypted) {
    if (encrypted.isEmpty()) {
      return "";
    }
    byte[] bytes = GoString.toBytes(GoBase64.decode(encrypted));
    if (bytes.length < BLOCK_BYTES) {
      // Go has made room for all that the characters could stand for.
      int capacity = encrypted.length() / 4 * 3;
      throw new GoError("runtime error: slice bounds out of range [:16] with capacity " + capacity);
    }
    if (bytes.length % BLOCK_BYTES != 0) {
      throw new GoError("crypto/cipher: input not full blocks");
    }
    if (bytes.length == BLOCK_BYTES) {
      throw GoError.indexOutOfRange(-1, 0);
    }
    byte[] vector = Arrays.copyOf(bytes, BLOCK_BYTES);
    byte[] blocks = Arrays.copyOfRange(bytes, BLOCK_BYTES, bytes.length);
    byte[] decrypted = run(Cipher.DECRYPT_MODE, password, vector, blocks);
    int length = decrypted.length - (decrypted[decrypted.length - 1] & 0xff);
    if (length < 0) {
      throw new GoError("runtime error: slice bounds out of range [:" + length + "]");
    }
    return GoString.ofBytes(Arrays.copyOf(decrypted, length));
  }

  private static byte[] run(int mode, String password, byte[] vector, byte[] blocks) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      byte[] key = Arrays.copyOf(GoString.toBytes(password), KEY_BYTES);
      cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(vector));
      return cipher.doFinal(blocks);
    } catch (GeneralSecurityException e) {
      throw Algorithms.impossible(e);
    }
  }
}
