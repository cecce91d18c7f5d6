package io.agentsrender.gotemplate.crypto.certificate;

import io.agentsrender.gotemplate.crypto.HostRandom;
import io.agentsrender.gotemplate.crypto.asn1.Der;
import io.agentsrender.gotemplate.crypto.asn1.Pem;
import io.agentsrender.gotemplate.crypto.key.PrivateKeys;
import io.agentsrender.gotemplate.crypto.key.RsaKey;
import io.agentsrender.gotemplate.crypto.key.SigningKey;
import io.agentsrender.gotemplate.encoding.GoBase64;
import io.agentsrender.gotemplate.host.Host;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.source.budget.Meter;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes certificates as Sprig does (sprig/crypto.go). */
public final class CertificateIssuer {
  private static final int RSA_BITS = 2048;
  private static final int SERIAL_BYTES = 16;
  private static final long NANOS_PER_DAY = 86_400_000_000_000L;

  /** What takes about as long as so many steps of a template. */
  private static final int STEPS = 4_000_000;

  private final Host host;
  private final Meter meter;
  private final SecureRandom random;
  private final String identifierDigest;

  /**
   * @param identifierDigest what the identifiers of keys are made by: SHA-1, or SHA-256 since Go
   *     1.25
   */
  public CertificateIssuer(Host host, Meter meter, String identifierDigest) {
    this.host = host;
    this.meter = meter;
    this.random = new HostRandom(host.random(), meter);
    this.identifierDigest = identifierDigest;
  }

  /**
   * Who a certificate is for.
   *
   * @param addresses the bytes of IP addresses
   * @param names of hosts
   * @param days how long it holds
   */
  public record Subject(String commonName, List<byte[]> addresses, List<String> names, long days) {}

  /**
   * A certificate that can sign others, signed by itself.
   *
   * @param keyText its private key in PEM; null for a new one
   * @throws GoError with Sprig's text
   */
  public Certificate authority(Subject subject, @Nullable String keyText) {
    return selfSigned(subject, keyText, true);
  }

  /** A certificate for a server or client, signed by itself. */
  public Certificate selfSigned(Subject subject, @Nullable String keyText) {
    return selfSigned(subject, keyText, false);
  }

  private Certificate selfSigned(Subject subject, @Nullable String keyText, boolean authority) {
    SigningKey key = key(keyText);
    TbsCertificate tbs = new TbsCertificate(form(subject, authority), key);
    return signed(tbs, key, key, tbs.subject(), new byte[0]);
  }

  /** A certificate for a server or client, signed by another. */
  public Certificate signed(Subject subject, @Nullable String keyText, Certificate signer) {
    SigningKey key = key(keyText);
    Pem pem =
        Pem.find(signer.cert()).orElseThrow(() -> new GoError("unable to decode certificate"));
    ParsedCertificate parent = parsed(pem, "error parsing certificate: decodedSignerCert.Bytes: ");
    SigningKey signerKey = signerKey(signer.key());
    TbsCertificate tbs = new TbsCertificate(form(subject, false), key);
    signerKey.signatureAlgorithm();
    if (!Arrays.equals(signerKey.publicKeyInfo(), parent.publicKeyInfo())) {
      throw new GoError(
          "error creating certificate: x509: provided PrivateKey doesn't match parent's PublicKey");
    }
    return signed(tbs, key, signerKey, parent.subject(), parent.keyIdentifier());
  }

  /** A certificate and key that are there, both in base64, checked. */
  public static Certificate custom(String certBase64, String keyBase64) {
    String cert = decoded(certBase64, "unable to decode base64 certificate");
    String key = decoded(keyBase64, "unable to decode base64 private key");
    Pem pem = Pem.find(cert).orElseThrow(() -> new GoError("unable to decode certificate"));
    parsed(pem, "error parsing certificate: decodedCert.Bytes: ");
    signerKey(key);
    return new Certificate(cert, key);
  }

  private static String decoded(String base64, String complaint) {
    try {
      return GoBase64.decode(base64);
    } catch (GoError e) {
      throw new GoError(complaint, e);
    }
  }

  private static ParsedCertificate parsed(Pem pem, String complaint) {
    try {
      return ParsedCertificate.parse(pem.bytes());
    } catch (GoError e) {
      throw new GoError(complaint + e.text(), e);
    }
  }

  private static SigningKey signerKey(String text) {
    try {
      return PrivateKeys.parse(text);
    } catch (GoError e) {
      throw new GoError("error parsing private key: " + e.text(), e);
    }
  }

  private SigningKey key(@Nullable String text) {
    meter.step(STEPS);
    if (text == null) {
      return RsaKey.generate(RSA_BITS, random);
    }
    try {
      return PrivateKeys.parse(text);
    } catch (GoError e) {
      throw new GoError("parsing private key: " + e.text(), e);
    }
  }

  private CertificateForm form(Subject subject, boolean authority) {
    byte[] serial = new byte[SERIAL_BYTES];
    random.nextBytes(serial);
    Instant now = host.now();
    return new CertificateForm(
        subject.commonName(),
        subject.addresses(),
        subject.names(),
        authority,
        new BigInteger(1, serial),
        now,
        now.plusNanos(subject.days() * NANOS_PER_DAY));
  }

  private Certificate signed(
      TbsCertificate tbs,
      SigningKey key,
      SigningKey signer,
      byte[] issuer,
      byte[] issuerIdentifier) {
    try {
      byte[] algorithm = signer.signatureAlgorithm();
      byte[] content = tbs.encode(algorithm, issuer, issuerIdentifier, identifierDigest);
      byte[] signature = signer.sign(content, random);
      byte[] der = Der.sequence(content, algorithm, Der.bits(signature));
      return new Certificate(new Pem("CERTIFICATE", der).text(), key.pem().text());
    } catch (GoError e) {
      throw new GoError("error creating certificate: " + e.text(), e);
    }
  }
}
