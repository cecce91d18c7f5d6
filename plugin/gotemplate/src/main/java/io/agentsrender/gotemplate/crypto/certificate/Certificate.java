package io.agentsrender.gotemplate.crypto.certificate;

import io.agentsrender.gotemplate.value.GoObject;
import io.agentsrender.gotemplate.value.GoType;
import io.agentsrender.gotemplate.value.GoTypes;

/**
 * A certificate and its private key, both in PEM, as templates see them ({@code
 * sprig.certificate}).
 */
public record Certificate(String cert, String key) implements GoObject {
  public static final GoType TYPE =
      GoType.struct("sprig.certificate", Certificate.class)
          .field("Cert", GoTypes.STRING, Certificate::cert)
          .field("Key", GoTypes.STRING, Certificate::key)
          .build();

  @Override
  public GoType type() {
    return TYPE;
  }
}
