package io.agentsrender.gotemplate.crypto.key;

import io.agentsrender.gotemplate.crypto.Algorithms;
import io.agentsrender.gotemplate.crypto.asn1.Der;
import io.agentsrender.gotemplate.crypto.asn1.DerReader;
import io.agentsrender.gotemplate.crypto.asn1.Pem;
import io.agentsrender.gotemplate.value.GoError;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Arrays;

/** A key of Ed25519 (RFC 8032), which follows from a seed. */
record EdKey(KeyPair pair) implements SigningKey {
  static final String ED25519 = "1.3.101.112";

  private static final int SEED_BYTES = 32;

  static EdKey generate(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(SEED_BYTES * Byte.SIZE - 1, random);
      return new EdKey(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw Algorithms.impossible(e);
    }
  }

  /** Reads what PKCS #8 has inside. */
  static EdKey parse(byte[] der) throws DerReader.Malformed {
    byte[] seed = new DerReader(der).octets();
    if (seed.length != SEED_BYTES) {
      throw new GoError("x509: invalid Ed25519 private key length: " + seed.length);
    }
    return generate(new GivenBytes(seed));
  }

  /** Gives the seed to the generator, which alone can make the public key of it. */
  private static final class GivenBytes extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] given;

    GivenBytes(byte[] given) {
      super(null, null);
      this.given = given;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(given, 0, bytes, 0, bytes.length);
    }
  }

  @Override
  public Pem pem() {
    return new Pem("PRIVATE KEY", pair.getPrivate().getEncoded());
  }

  @Override
  public byte[] publicAlgorithm() {
    return Der.sequence(Der.identifier(ED25519));
  }

  @Override
  public byte[] publicBits() {
    // The last part of the encoded key and algorithm.
    byte[] encoded = pair.getPublic().getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - SEED_BYTES, encoded.length);
  }

  @Override
  public byte[] signatureAlgorithm() {
    return publicAlgorithm();
  }

  @Override
  public byte[] sign(byte[] message, SecureRandom random) {
    return Algorithms.sign("Ed25519", pair.getPrivate(), message, random);
  }
}
