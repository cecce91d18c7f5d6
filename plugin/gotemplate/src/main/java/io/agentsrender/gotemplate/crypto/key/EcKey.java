package io.agentsrender.gotemplate.crypto.key;

import io.agentsrender.gotemplate.crypto.Algorithms;
import io.agentsrender.gotemplate.crypto.asn1.Der;
import io.agentsrender.gotemplate.crypto.asn1.DerReader;
import io.agentsrender.gotemplate.crypto.asn1.Pem;
import io.agentsrender.gotemplate.value.GoError;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import org.jspecify.annotations.Nullable;

/** A key of ECDSA on a curve of NIST. */
record EcKey(Curve curve, BigInteger secret) implements SigningKey {
  private static final String EC_PUBLIC_KEY = "1.2.840.10045.2.1";
  private static final int VERSION = 1;
  private static final int UNCOMPRESSED = 4;

  static EcKey generate(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(Curve.P256.jdkName()), random);
      KeyPair pair = generator.generateKeyPair();
      return new EcKey(Curve.P256, ((ECPrivateKey) pair.getPrivate()).getS());
    } catch (GeneralSecurityException e) {
      throw Algorithms.impossible(e);
    }
  }

  /**
   * Reads SEC 1.
   *
   * @param known the curve, if what is around it has said it; null without
   */
  static EcKey parse(byte[] der, @Nullable Curve known) throws DerReader.Malformed {
    DerReader key = new DerReader(der).enter(Der.SEQUENCE);
    BigInteger version = key.integer();
    if (!version.equals(BigInteger.valueOf(VERSION))) {
      throw new GoError("x509: unknown EC private key version " + version);
    }
    BigInteger secret = new BigInteger(1, key.octets());
    Curve curve = known;
    if (curve == null && key.startsWith(Der.explicitTag(0))) {
      curve = Curve.ofIdentifier(key.enter(Der.explicitTag(0)).whole());
    }
    if (curve == null) {
      throw new GoError("x509: unknown elliptic curve");
    }
    if (secret.signum() == 0 || secret.compareTo(curve.order()) >= 0) {
      throw new GoError("x509: invalid elliptic curve private key value");
    }
    return new EcKey(curve, secret);
  }

  @Override
  public Pem pem() {
    byte[] der =
        Der.sequence(
            Der.integer(VERSION),
            Der.octets(curve.bytes(secret)),
            Der.explicit(0, Der.identifier(curve.identifier())),
            Der.explicit(1, Der.bits(publicBits())));
    return new Pem("EC PRIVATE KEY", der);
  }

  @Override
  public byte[] publicAlgorithm() {
    return Der.sequence(Der.identifier(EC_PUBLIC_KEY), Der.identifier(curve.identifier()));
  }

  @Override
  public byte[] publicBits() {
    ECPoint point = curve.times(secret);
    byte[] x = curve.bytes(point.getAffineX());
    byte[] y = curve.bytes(point.getAffineY());
    byte[] bits = new byte[1 + x.length + y.length];
    bits[0] = UNCOMPRESSED;
    System.arraycopy(x, 0, bits, 1, x.length);
    System.arraycopy(y, 0, bits, 1 + x.length, y.length);
    return bits;
  }

  @Override
  public byte[] signatureAlgorithm() {
    return Der.sequence(Der.identifier(curve.signatureIdentifier()));
  }

  @Override
  public byte[] sign(byte[] message, SecureRandom random) {
    try {
      ECPrivateKeySpec spec = new ECPrivateKeySpec(secret, curve.parameters());
      return Algorithms.sign(
          curve.signatureName(),
          KeyFactory.getInstance("EC").generatePrivate(spec),
          message,
          random);
    } catch (GeneralSecurityException e) {
      throw Algorithms.impossible(e);
    }
  }
}
