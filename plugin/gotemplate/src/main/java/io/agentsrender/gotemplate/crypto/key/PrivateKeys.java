package io.agentsrender.gotemplate.crypto.key;

import io.agentsrender.gotemplate.crypto.HostRandom;
import io.agentsrender.gotemplate.crypto.asn1.Der;
import io.agentsrender.gotemplate.crypto.asn1.DerReader;
import io.agentsrender.gotemplate.crypto.asn1.GoAsn1;
import io.agentsrender.gotemplate.crypto.asn1.Pem;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.source.budget.Meter;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Private keys as text (sprig/crypto.go). */
public final class PrivateKeys {
  private static final int RSA_BITS = 4096;

  /** What takes about as long as so many steps of a template. */
  private static final int RSA_STEPS = 20_000_000;

  private static final int OTHER_STEPS = 1_000_000;

  private static final String SUFFIX = " PRIVATE KEY";

  private static final byte[] RSA = Der.identifier("1.2.840.113549.1.1.1");
  private static final byte[] EC = Der.identifier("1.2.840.10045.2.1");
  private static final byte[] ED25519 = Der.identifier(EdKey.ED25519);

  private PrivateKeys() {}

  /** A new key of that sort in PEM; the text of the complaint for sorts that are none. */
  public static String generate(String sort, RandomGenerator host, Meter meter) {
    SecureRandom random = new HostRandom(host, meter);
    switch (sort) {
      case "", "rsa" -> {
        meter.step(RSA_STEPS);
        return RsaKey.generate(RSA_BITS, random).pem().text();
      }
      case "dsa", "ecdsa", "ed25519" -> meter.step(OTHER_STEPS);
      default -> {
        return "Unknown type " + sort;
      }
    }
    SigningKey key =
        switch (sort) {
          case "dsa" -> DsaKey.generate(random);
          case "ecdsa" -> EcKey.generate(random);
          default -> EdKey.generate(random);
        };
    return key.pem().text();
  }

  /**
   * The first key in a text.
   *
   * @throws GoError with Sprig's text
   */
  public static SigningKey parse(String text) {
    Pem pem = Pem.find(text).orElseThrow(() -> new GoError("no PEM data in input"));
    if (pem.type().equals("PRIVATE KEY")) {
      return parse("decoding PEM as PKCS#8: ", "pkcs8", pem, PrivateKeys::pkcs8);
    }
    if (!pem.type().endsWith(SUFFIX)) {
      throw new GoError("no private key data in PEM block of type " + pem.type());
    }
    return switch (pem.type().substring(0, pem.type().length() - SUFFIX.length())) {
      case "RSA" ->
          parse("parsing RSA private key from PEM: ", "pkcs1PrivateKey", pem, RsaKey::parse);
      case "EC" ->
          parse(
              "parsing EC private key from PEM: x509: failed to parse EC private key: ",
              "ecPrivateKey",
              pem,
              der -> EcKey.parse(der, null));
      case "DSA" -> parse("parsing DSA private key from PEM: ", "DSAKeyFormat", pem, DsaKey::parse);
      default -> throw new GoError("invalid private key type " + pem.type());
    };
  }

  private interface Parser {
    SigningKey parse(byte[] der) throws DerReader.Malformed;
  }

  private static SigningKey parse(String complaint, String goType, Pem pem, Parser parser) {
    try {
      return parser.parse(pem.bytes());
    } catch (DerReader.Malformed e) {
      throw new GoError(complaint + GoAsn1.structureError(pem.bytes(), goType), e);
    } catch (GoError e) {
      throw new GoError(complaint + e.text(), e);
    }
  }

  private static SigningKey pkcs8(byte[] der) throws DerReader.Malformed {
    DerReader key = new DerReader(der).enter(Der.SEQUENCE);
    key.integer();
    DerReader algorithm = key.enter(Der.SEQUENCE);
    byte[] identifier = algorithm.whole();
    byte[] content = key.octets();
    if (Arrays.equals(identifier, RSA)) {
      return RsaKey.parse(content);
    }
    if (Arrays.equals(identifier, EC)) {
      return EcKey.parse(content, algorithm.atEnd() ? null : Curve.ofIdentifier(algorithm.whole()));
    }
    if (Arrays.equals(identifier, ED25519)) {
      return EdKey.parse(content);
    }
    throw new GoError("x509: PKCS#8 wrapping contained private key with unknown algorithm");
  }
}
