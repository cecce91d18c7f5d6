package io.agentsrender.gotemplate.sprig.crypto;

import static io.agentsrender.gotemplate.value.GoTypes.STRING;
import static io.agentsrender.gotemplate.value.Signature.signature;

import io.agentsrender.gotemplate.sprig.table.FunctionTable;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.gotemplate.value.Signature;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Adler32;

/** Functions that sum text up. */
public final class DigestFunctions {
  private static final Signature ONE = signature(STRING).returns(STRING);

  private DigestFunctions() {}

  public static void addTo(FunctionTable table, boolean withSha512) {
    add(table, "sha1sum", "SHA-1");
    add(table, "sha256sum", "SHA-256");
    if (withSha512) {
      add(table, "sha512sum", "SHA-512");
    }
    table.add("adler32sum", ONE, args -> adler32(args.string(0)));
  }

  private static void add(FunctionTable table, String name, String algorithm) {
    table.add(name, ONE, args -> digest(algorithm, args.string(0)));
  }

  private static String digest(String algorithm, String bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      return HexFormat.of().formatHex(digest.digest(GoString.toBytes(bytes)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  private static String adler32(String bytes) {
    Adler32 sum = new Adler32();
    sum.update(GoString.toBytes(bytes));
    return Long.toString(sum.getValue());
  }
}
