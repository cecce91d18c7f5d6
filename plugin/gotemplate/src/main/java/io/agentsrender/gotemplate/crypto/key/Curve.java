package io.agentsrender.gotemplate.crypto.key;

import io.agentsrender.gotemplate.crypto.Algorithms;
import io.agentsrender.gotemplate.crypto.asn1.Der;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The curves of NIST that the JDK still has. */
enum Curve {
  P256("secp256r1", "1.2.840.10045.3.1.7", 256, "1.2.840.10045.4.3.2"),
  P384("secp384r1", "1.3.132.0.34", 384, "1.2.840.10045.4.3.3"),
  P521("secp521r1", "1.3.132.0.35", 512, "1.2.840.10045.4.3.4");

  private static final BigInteger THREE = BigInteger.valueOf(3);

  private final String jdkName;
  private final String identifier;
  private final int digestBits;
  private final String signatureIdentifier;

  Curve(String jdkName, String identifier, int digestBits, String signatureIdentifier) {
    this.jdkName = jdkName;
    this.identifier = identifier;
    this.digestBits = digestBits;
    this.signatureIdentifier = signatureIdentifier;
  }

  /** The curve of an object identifier in ASN.1; null for others. */
  static @Nullable Curve ofIdentifier(byte[] der) {
    for (Curve curve : values()) {
      if (Arrays.equals(der, Der.identifier(curve.identifier))) {
        return curve;
      }
    }
    return null;
  }

  String jdkName() {
    return jdkName;
  }

  String identifier() {
    return identifier;
  }

  String signatureIdentifier() {
    return signatureIdentifier;
  }

  String signatureName() {
    return "SHA" + digestBits + "withECDSA";
  }

  ECParameterSpec parameters() {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec(jdkName));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw Algorithms.impossible(e);
    }
  }

  BigInteger order() {
    return parameters().getOrder();
  }

  private BigInteger prime() {
    return ((ECFieldFp) parameters().getCurve().getField()).getP();
  }

  /** A number in as many bytes as the curve's order has. */
  byte[] bytes(BigInteger number) {
    byte[] bytes = new byte[(order().bitLength() + 7) / Byte.SIZE];
    byte[] significant = number.toByteArray();
    int length = Math.min(significant.length, bytes.length);
    System.arraycopy(
        significant, significant.length - length, bytes, bytes.length - length, length);
    return bytes;
  }

  /** The base point so many times, which is the public key of a secret. */
  ECPoint times(BigInteger factor) {
    BigInteger p = prime();
    ECPoint sum = ECPoint.POINT_INFINITY;
    ECPoint base = parameters().getGenerator();
    for (int i = factor.bitLength() - 1; i >= 0; i--) {
      sum = add(sum, sum, p);
      if (factor.testBit(i)) {
        sum = add(sum, base, p);
      }
    }
    return sum;
  }

  private static ECPoint add(ECPoint left, ECPoint right, BigInteger p) {
    if (left.equals(ECPoint.POINT_INFINITY)) {
      return right;
    }
    if (right.equals(ECPoint.POINT_INFINITY)) {
      return left;
    }
    BigInteger x = left.getAffineX();
    BigInteger y = left.getAffineY();
    BigInteger slope;
    if (left.equals(right)) {
      // The coefficient a of these curves is -3.
      BigInteger rise = x.multiply(x).subtract(BigInteger.ONE).multiply(THREE);
      slope = rise.multiply(y.shiftLeft(1).modInverse(p)).mod(p);
    } else {
      BigInteger run = right.getAffineX().subtract(x).mod(p);
      if (run.signum() == 0) {
        return ECPoint.POINT_INFINITY;
      }
      slope = right.getAffineY().subtract(y).multiply(run.modInverse(p)).mod(p);
    }
    BigInteger sumX = slope.multiply(slope).subtract(x).subtract(right.getAffineX()).mod(p);
    return new ECPoint(sumX, slope.multiply(x.subtract(sumX)).subtract(y).mod(p));
  }
}
