package io.agentsrender.gotemplate.crypto.key;

import io.agentsrender.gotemplate.crypto.Algorithms;
import io.agentsrender.gotemplate.crypto.asn1.Der;
import io.agentsrender.gotemplate.crypto.asn1.DerReader;
import io.agentsrender.gotemplate.crypto.asn1.Pem;
import io.agentsrender.gotemplate.value.GoError;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.RSAPrivateCrtKeySpec;

/** A key of RSA with two primes (RFC 8017). */
public record RsaKey(RSAPrivateCrtKey key) implements SigningKey {
  private static final String RSA_ENCRYPTION = "1.2.840.113549.1.1.1";
  private static final String SHA256_WITH_RSA = "1.2.840.113549.1.1.11";

  public static RsaKey generate(int bits, SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits, random);
      return new RsaKey((RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
    } catch (GeneralSecurityException e) {
      throw Algorithms.impossible(e);
    }
  }

  /** Reads PKCS #1. */
  static RsaKey parse(byte[] der) throws DerReader.Malformed {
    DerReader outer = new DerReader(der);
    DerReader key = outer.enter(Der.SEQUENCE);
    if (!outer.atEnd()) {
      throw new GoError("asn1: syntax error: trailing data");
    }
    if (key.integer().compareTo(BigInteger.ONE) > 0) {
      throw new GoError("x509: unsupported private key version");
    }
    BigInteger[] numbers = new BigInteger[8];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = key.integer();
      if (numbers[i].signum() <= 0) {
        throw new GoError("x509: private key contains zero or negative value");
      }
    }
    if (!key.atEnd()) {
      throw GoError.notSupported("a key of RSA with more than two primes");
    }
    try {
      RSAPrivateCrtKeySpec spec =
          new RSAPrivateCrtKeySpec(
              numbers[0],
              numbers[1],
              numbers[2],
              numbers[3],
              numbers[4],
              numbers[5],
              numbers[6],
              numbers[7]);
      return new RsaKey((RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(spec));
    } catch (InvalidKeySpecException e) {
      throw new GoError("crypto/rsa: invalid private key", e);
    } catch (GeneralSecurityException e) {
      throw Algorithms.impossible(e);
    }
  }

  @Override
  public Pem pem() {
    byte[] der =
        Der.sequence(
            Der.integer(0),
            Der.integer(key.getModulus()),
            Der.integer(key.getPublicExponent()),
            Der.integer(key.getPrivateExponent()),
            Der.integer(key.getPrimeP()),
            Der.integer(key.getPrimeQ()),
            Der.integer(key.getPrimeExponentP()),
            Der.integer(key.getPrimeExponentQ()),
            Der.integer(key.getCrtCoefficient()));
    return new Pem("RSA PRIVATE KEY", der);
  }

  @Override
  public byte[] publicAlgorithm() {
    return Der.sequence(Der.identifier(RSA_ENCRYPTION), Der.nothing());
  }

  @Override
  public byte[] publicBits() {
    return Der.sequence(Der.integer(key.getModulus()), Der.integer(key.getPublicExponent()));
  }

  @Override
  public byte[] signatureAlgorithm() {
    return Der.sequence(Der.identifier(SHA256_WITH_RSA), Der.nothing());
  }

  @Override
  public byte[] sign(byte[] message, SecureRandom random) {
    return Algorithms.sign("SHA256withRSA", key, message, random);
  }
}
