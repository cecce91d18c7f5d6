package io.agentsrender.gotemplate.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.source.budget.Meter;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.crypto.generators.SCrypt;

/** Passwords that follow from a master password and a site (the algorithm Master Password). */
public final class MasterPassword {
  private static final byte[] SCOPE = "com.lyndir.masterpassword".getBytes(US_ASCII);
  private static final int COST = 32_768;
  private static final int BLOCK_SIZE = 8;
  private static final int PARALLEL = 2;
  private static final int KEY_BYTES = 64;

  /** What takes about as long as so many steps of a template. */
  private static final int STEPS = 2_000_000;

  /** Patterns of character classes for each sort of password. */
  private static final Map<String, List<String>> PATTERNS =
      Map.of(
          "maximum",
          List.of("anoxxxxxxxxxxxxxxxxx", "axxxxxxxxxxxxxxxxxno"),
          "long",
          List.of(
              "CvcvnoCvcvCvcv",
              "CvcvCvcvnoCvcv",
              "CvcvCvcvCvcvno",
              "CvccnoCvcvCvcv",
              "CvccCvcvnoCvcv",
              "CvccCvcvCvcvno",
              "CvcvnoCvccCvcv",
              "CvcvCvccnoCvcv",
              "CvcvCvccCvcvno",
              "CvcvnoCvcvCvcc",
              "CvcvCvcvnoCvcc",
              "CvcvCvcvCvccno",
              "CvccnoCvccCvcv",
              "CvccCvccnoCvcv",
              "CvccCvccCvcvno",
              "CvcvnoCvccCvcc",
              "CvcvCvccnoCvcc",
              "CvcvCvccCvccno",
              "CvccnoCvcvCvcc",
              "CvccCvcvnoCvcc",
              "CvccCvcvCvccno"),
          "medium",
          List.of("CvcnoCvc", "CvcCvcno"),
          "short",
          List.of("Cvcn"),
          "basic",
          List.of("aaanaaan", "aannaaan", "aaannaaa"),
          "pin",
          List.of("nnnn"));

  private static final Map<Character, String> CLASSES =
      Map.of(
          'V', "AEIOU",
          'C', "BCDFGHJKLMNPQRSTVWXYZ",
          'v', "aeiou",
          'c', "bcdfghjklmnpqrstvwxyz",
          'A', "AEIOUBCDFGHJKLMNPQRSTVWXYZ",
          'a', "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz",
          'n', "0123456789",
          'o', "@&%?,=[]_:-+*$#!'^~;()/.",
          'x', "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz0123456789!@#$%^&*()");

  private MasterPassword() {}

  /**
   * The password for a site.
   *
   * @param counter its 32 bits; another one gives another password
   * @param sort such as {@code long} or {@code pin}; the text of the complaint for others
   */
  public static String derive(
      int counter, String sort, String password, String user, String site, Meter meter) {
    List<String> patterns = PATTERNS.get(sort);
    if (patterns == null) {
      return "cannot find password template " + sort;
    }
    meter.step(STEPS);
    byte[] salt = message(user, new byte[0]);
    byte[] key =
        SCrypt.generate(GoString.toBytes(password), salt, COST, BLOCK_SIZE, PARALLEL, KEY_BYTES);
    byte[] count = ByteBuffer.allocate(Integer.BYTES).putInt(counter).array();
    byte[] seed = Hmac.sha256(key, message(site, count));
    String pattern = patterns.get((seed[0] & 0xff) % patterns.size());
    StringBuilder out = new StringBuilder(pattern.length());
    for (int i = 0; i < pattern.length(); i++) {
      String characters = Objects.requireNonNull(CLASSES.get(pattern.charAt(i)));
      out.append(characters.charAt((seed[i + 1] & 0xff) % characters.length()));
    }
    return out.toString();
  }

  private static byte[] message(String name, byte[] end) {
    return ByteBuffer.allocate(SCOPE.length + Integer.BYTES + name.length() + end.length)
        .put(SCOPE)
        .putInt(name.length())
        .put(GoString.toBytes(name))
        .put(end)
        .array();
  }
}
