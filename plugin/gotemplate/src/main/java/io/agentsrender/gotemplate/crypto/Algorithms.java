package io.agentsrender.gotemplate.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;

/** Algorithms that every JDK has. */
public final class Algorithms {
  private Algorithms() {}

  public static byte[] sign(String algorithm, PrivateKey key, byte[] message, SecureRandom random) {
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key, random);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw impossible(e);
    }
  }

  public static byte[] digest(String algorithm, byte[] message) {
    try {
      return MessageDigest.getInstance(algorithm).digest(message);
    } catch (GeneralSecurityException e) {
      throw impossible(e);
    }
  }

  /** For algorithms that must be there, with parameters that are right. */
  public static IllegalStateException impossible(GeneralSecurityException e) {
    return new IllegalStateException("the JDK lacks an algorithm that it must have", e);
  }
}
