package io.agentsrender.gotemplate.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Authentication codes by SHA-256. */
final class Hmac {
  private static final String ALGORITHM = "HmacSHA256";

  private Hmac() {}

  static byte[] sha256(byte[] key, byte[] message) {
    return mac(key).doFinal(message);
  }

  /** Stretches a password to so many bytes, in one iteration (RFC 8018, PBKDF2). */
  static byte[] pbkdf2(byte[] password, byte[] salt, int length) {
    Mac mac = mac(password);
    ByteBuffer out = ByteBuffer.allocate(length + mac.getMacLength());
    for (int block = 1; out.position() < length; block++) {
      mac.update(salt);
      out.put(mac.doFinal(ByteBuffer.allocate(Integer.BYTES).putInt(block).array()));
    }
    return Arrays.copyOf(out.array(), length);
  }

  private static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      // The JDK refuses an empty key, which is the same as one of zeros.
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw Algorithms.impossible(e);
    }
  }
}
