package io.agentsrender.gotemplate.crypto.key;

import io.agentsrender.gotemplate.crypto.Algorithms;
import io.agentsrender.gotemplate.crypto.asn1.Der;
import io.agentsrender.gotemplate.crypto.asn1.DerReader;
import io.agentsrender.gotemplate.crypto.asn1.Pem;
import io.agentsrender.gotemplate.value.GoError;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.DSAPrivateKey;
import java.security.interfaces.DSAPublicKey;

/** A key of DSA (FIPS 186-4), which Go no longer lets sign anything. */
record DsaKey(BigInteger p, BigInteger q, BigInteger g, BigInteger y, BigInteger x)
    implements SigningKey {
  private static final int BITS = 2048;

  static DsaKey generate(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("DSA");
      generator.initialize(BITS, random);
      KeyPair pair = generator.generateKeyPair();
      DSAPrivateKey key = (DSAPrivateKey) pair.getPrivate();
      return new DsaKey(
          key.getParams().getP(),
          key.getParams().getQ(),
          key.getParams().getG(),
          ((DSAPublicKey) pair.getPublic()).getY(),
          key.getX());
    } catch (GeneralSecurityException e) {
      throw Algorithms.impossible(e);
    }
  }

  /** Reads the form in which OpenSSL writes such keys. */
  static DsaKey parse(byte[] der) throws DerReader.Malformed {
    DerReader key = new DerReader(der).enter(Der.SEQUENCE);
    key.integer();
    return new DsaKey(key.integer(), key.integer(), key.integer(), key.integer(), key.integer());
  }

  @Override
  public Pem pem() {
    byte[] der =
        Der.sequence(
            Der.integer(0),
            Der.integer(p),
            Der.integer(q),
            Der.integer(g),
            Der.integer(y),
            Der.integer(x));
    return new Pem("DSA PRIVATE KEY", der);
  }

  @Override
  public byte[] publicAlgorithm() {
    throw unusable();
  }

  @Override
  public byte[] publicBits() {
    throw unusable();
  }

  @Override
  public byte[] signatureAlgorithm() {
    throw new GoError("x509: certificate private key does not implement crypto.Signer");
  }

  @Override
  public byte[] sign(byte[] message, SecureRandom random) {
    throw unusable();
  }

  private static GoError unusable() {
    return new GoError("x509: unsupported public key type: *dsa.PublicKey");
  }
}
