package io.agentsrender.gotemplate.crypto.certificate;

import static java.time.ZoneOffset.UTC;

import io.agentsrender.gotemplate.crypto.Algorithms;
import io.agentsrender.gotemplate.crypto.asn1.Der;
import io.agentsrender.gotemplate.crypto.key.SigningKey;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoString;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntPredicate;

/** Writes the part of a certificate that is signed, as crypto/x509 does (RFC 5280). */
final class TbsCertificate {
  private static final int VERSION_3 = 2;

  private static final String COMMON_NAME = "2.5.4.3";
  private static final String KEY_USAGE = "2.5.29.15";
  private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
  private static final String BASIC_CONSTRAINTS = "2.5.29.19";
  private static final String AUTHORITY_KEY_IDENTIFIER = "2.5.29.35";
  private static final String SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";
  private static final String SERVER = "1.3.6.1.5.5.7.3.1";
  private static final String CLIENT = "1.3.6.1.5.5.7.3.2";

  /** Digital signature and key encipherment: bits 0 and 2, five bits unused. */
  private static final byte[] USAGE = {5, (byte) 0b1010_0000};

  /** The same and the signing of certificates: bit 5. */
  private static final byte[] AUTHORITY_USAGE = {2, (byte) 0b1010_0100};

  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;
  private static final int KEY_IDENTIFIER_BYTES = 20;

  private static final DateTimeFormatter SHORT_TIME =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT);
  private static final DateTimeFormatter LONG_TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'", Locale.ROOT);

  private final CertificateForm form;
  private final SigningKey key;
  private final byte[] subject;

  TbsCertificate(CertificateForm form, SigningKey key) {
    this.form = form;
    this.key = key;
    this.subject = name(form.commonName());
  }

  byte[] subject() {
    return subject;
  }

  /**
   * @param issuerIdentifier the key identifier of the issuer; empty without one
   * @param digest what key identifiers are made by
   */
  byte[] encode(byte[] algorithm, byte[] issuer, byte[] issuerIdentifier, String digest) {
    return Der.sequence(
        Der.explicit(0, Der.integer(VERSION_3)),
        Der.integer(form.serial()),
        algorithm,
        issuer,
        Der.sequence(time(form.from()), time(form.until())),
        subject,
        key.publicKeyInfo(),
        Der.explicit(3, extensions(issuer, issuerIdentifier, digest)));
  }

  private byte[] extensions(byte[] issuer, byte[] issuerIdentifier, String digest) {
    boolean authority = form.authority();
    byte[] usage = Der.element(Der.BIT_STRING, authority ? AUTHORITY_USAGE : USAGE);
    byte[] constraints = authority ? Der.sequence(Der.booleanTrue()) : Der.sequence();
    byte[] none = {};
    byte[] ownIdentifier = none;
    if (authority) {
      byte[] sum = Algorithms.digest(digest, key.publicBits());
      ownIdentifier =
          extension(
              ParsedCertificate.SUBJECT_KEY_IDENTIFIER,
              false,
              Der.octets(Arrays.copyOf(sum, KEY_IDENTIFIER_BYTES)));
    }
    boolean names = issuerIdentifier.length > 0 && !Arrays.equals(issuer, subject);
    byte[] issuerKey =
        names
            ? extension(
                AUTHORITY_KEY_IDENTIFIER, false, Der.sequence(Der.context(0, issuerIdentifier)))
            : none;
    return Der.sequence(
        extension(KEY_USAGE, true, usage),
        extension(
            EXTENDED_KEY_USAGE,
            false,
            Der.sequence(Der.identifier(SERVER), Der.identifier(CLIENT))),
        extension(BASIC_CONSTRAINTS, true, constraints),
        ownIdentifier,
        issuerKey,
        alternativeNames());
  }

  private static byte[] extension(String identifier, boolean critical, byte[] value) {
    return critical
        ? Der.sequence(Der.identifier(identifier), Der.booleanTrue(), Der.octets(value))
        : Der.sequence(Der.identifier(identifier), Der.octets(value));
  }

  private byte[] alternativeNames() {
    int count = form.names().size() + form.addresses().size();
    if (count == 0) {
      return new byte[0];
    }
    byte[][] names = new byte[count][];
    int at = 0;
    for (String name : form.names()) {
      if (!GoString.isAscii(name)) {
        throw new GoError("x509: \"" + name + "\" cannot be encoded as an IA5String");
      }
      names[at++] = Der.context(DNS_NAME, GoString.toBytes(name));
    }
    for (byte[] address : form.addresses()) {
      names[at++] = Der.context(IP_ADDRESS, address);
    }
    return extension(SUBJECT_ALTERNATIVE_NAME, form.commonName().isEmpty(), Der.sequence(names));
  }

  private static byte[] name(String commonName) {
    if (commonName.isEmpty()) {
      return Der.sequence();
    }
    IntPredicate printable =
        c ->
            (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || " '()+,-./:=?".indexOf(c) >= 0;
    boolean plain = commonName.chars().allMatch(printable);
    if (!plain && !GoString.encode(GoString.decode(commonName)).equals(commonName)) {
      throw new GoError("asn1: string not valid UTF-8");
    }
    byte[] text =
        Der.element(plain ? Der.PRINTABLE_STRING : Der.UTF8_STRING, GoString.toBytes(commonName));
    return Der.sequence(Der.element(Der.SET, Der.sequence(Der.identifier(COMMON_NAME), text)));
  }

  /** Two digits for a year from 1950 to 2049, four for others. */
  private static byte[] time(Instant instant) {
    OffsetDateTime time = instant.atOffset(UTC);
    boolean isShort = time.getYear() >= 1950 && time.getYear() < 2050;
    if (time.getYear() < 0 || time.getYear() > 9999) {
      throw new GoError("asn1: structure error: cannot represent time as GeneralizedTime");
    }
    String text = time.format(isShort ? SHORT_TIME : LONG_TIME);
    return Der.element(
        isShort ? Der.UTC_TIME : Der.GENERALIZED_TIME, text.getBytes(StandardCharsets.US_ASCII));
  }
}
