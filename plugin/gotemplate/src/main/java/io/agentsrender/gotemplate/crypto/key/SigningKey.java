package io.agentsrender.gotemplate.crypto.key;

import io.agentsrender.gotemplate.crypto.asn1.Der;
import io.agentsrender.gotemplate.crypto.asn1.Pem;
import java.security.SecureRandom;

/** A private key with its public half. */
public sealed interface SigningKey permits RsaKey, EcKey, EdKey, DsaKey {
  /** The private key in the form that Sprig gives it. */
  Pem pem();

  /** What the public key is of, in ASN.1. */
  byte[] publicAlgorithm();

  /** The public key in the form of its algorithm. */
  byte[] publicBits();

  /** Public key and algorithm together. */
  default byte[] publicKeyInfo() {
    return Der.sequence(publicAlgorithm(), Der.bits(publicBits()));
  }

  /**
   * How it signs, in ASN.1.
   *
   * @throws io.agentsrender.gotemplate.value.GoError for keys that sign no certificates
   */
  byte[] signatureAlgorithm();

  byte[] sign(byte[] message, SecureRandom random);
}
