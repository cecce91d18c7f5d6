package io.agentsrender.gotemplate.crypto.certificate;

import io.agentsrender.gotemplate.crypto.asn1.Der;
import io.agentsrender.gotemplate.crypto.asn1.DerReader;
import io.agentsrender.gotemplate.value.GoError;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Arrays;

/**
 * What a new certificate takes over from the one that it is signed with.
 *
 * @param subject its name in ASN.1
 * @param publicKeyInfo its key in ASN.1
 * @param keyIdentifier empty without one
 */
@SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
record ParsedCertificate(byte[] subject, byte[] publicKeyInfo, byte[] keyIdentifier) {
  static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";

  private static final int VERSION = 0;
  private static final int EXTENSIONS = 3;

  /**
   * Reads a certificate of X.509.
   *
   * @throws GoError with Go's text
   */
  static ParsedCertificate parse(byte[] der) {
    DerReader tbs = tbs(der);
    try {
      if (tbs.startsWith(Der.explicitTag(VERSION))) {
        tbs.whole();
      }
      tbs.integer();
      tbs.enter(Der.SEQUENCE);
      tbs.enter(Der.SEQUENCE);
      tbs.enter(Der.SEQUENCE);
      byte[] subject = tbs.whole();
      byte[] publicKeyInfo = tbs.whole();
      byte[] identifier = new byte[0];
      while (!tbs.atEnd()) {
        if (tbs.startsWith(Der.explicitTag(EXTENSIONS))) {
          identifier = keyIdentifier(tbs.enter(Der.explicitTag(EXTENSIONS)).enter(Der.SEQUENCE));
        } else {
          tbs.whole();
        }
      }
      CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
      return new ParsedCertificate(subject, publicKeyInfo, identifier);
    } catch (DerReader.Malformed | CertificateException e) {
      throw new GoError("x509: malformed certificate", e);
    }
  }

  private static DerReader tbs(byte[] der) {
    DerReader certificate;
    try {
      certificate = new DerReader(der).enter(Der.SEQUENCE);
    } catch (DerReader.Malformed e) {
      throw new GoError("x509: malformed certificate", e);
    }
    try {
      return certificate.enter(Der.SEQUENCE);
    } catch (DerReader.Malformed e) {
      throw new GoError("x509: malformed tbs certificate", e);
    }
  }

  private static byte[] keyIdentifier(DerReader extensions) throws DerReader.Malformed {
    byte[] wanted = Der.identifier(SUBJECT_KEY_IDENTIFIER);
    while (!extensions.atEnd()) {
      DerReader extension = extensions.enter(Der.SEQUENCE);
      if (Arrays.equals(extension.whole(), wanted)) {
        while (!extension.startsWith(Der.OCTET_STRING)) {
          extension.whole();
        }
        return new DerReader(extension.octets()).octets();
      }
    }
    return new byte[0];
  }
}
