package io.agentsrender.gotemplate.sprig.crypto;

import static io.agentsrender.gotemplate.value.GoTypes.INT;
import static io.agentsrender.gotemplate.value.GoTypes.SLICE;
import static io.agentsrender.gotemplate.value.GoTypes.STRING;
import static io.agentsrender.gotemplate.value.Signature.signature;

import io.agentsrender.gotemplate.crypto.certificate.Certificate;
import io.agentsrender.gotemplate.crypto.certificate.CertificateIssuer;
import io.agentsrender.gotemplate.crypto.certificate.CertificateIssuer.Subject;
import io.agentsrender.gotemplate.fmt.GoFormat;
import io.agentsrender.gotemplate.function.Arguments;
import io.agentsrender.gotemplate.net.IpAddress;
import io.agentsrender.gotemplate.sprig.table.FunctionTable;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoType;
import io.agentsrender.gotemplate.value.Signature;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions that make certificates. Keys come first in none of them, and last where given. */
public final class CertificateFunctions {
  private final String identifierDigest;

  private CertificateFunctions(String identifierDigest) {
    this.identifierDigest = identifierDigest;
  }

  public static void addTo(FunctionTable table, String identifierDigest) {
    new CertificateFunctions(identifierDigest).addTo(table);
  }

  private void addTo(FunctionTable table) {
    table.add(
        "buildCustomCert",
        result(STRING, STRING),
        args -> CertificateIssuer.custom(args.string(0), args.string(1)));
    table.add("genCA", result(STRING, INT), args -> authority(args, null));
    table.add("genCAWithKey", result(STRING, INT, STRING), args -> authority(args, args.string(2)));
    table.add(
        "genSelfSignedCert", result(STRING, SLICE, SLICE, INT), args -> selfSigned(args, null));
    table.add(
        "genSelfSignedCertWithKey",
        result(STRING, SLICE, SLICE, INT, STRING),
        args -> selfSigned(args, args.string(4)));
    table.add(
        "genSignedCert",
        result(STRING, SLICE, SLICE, INT, Certificate.TYPE),
        args -> signed(args, null));
    table.add(
        "genSignedCertWithKey",
        result(STRING, SLICE, SLICE, INT, Certificate.TYPE, STRING),
        args -> signed(args, args.string(5)));
  }

  private static Signature result(GoType... parameters) {
    return signature(parameters).returns(Certificate.TYPE).orError();
  }

  private CertificateIssuer issuer(Arguments args) {
    return new CertificateIssuer(args.context().host(), args.context().meter(), identifierDigest);
  }

  private Certificate authority(Arguments args, @Nullable String key) {
    Subject subject = new Subject(args.string(0), List.of(), List.of(), args.integer(1));
    return issuer(args).authority(subject, key);
  }

  private Certificate selfSigned(Arguments args, @Nullable String key) {
    return issuer(args).selfSigned(subject(args), key);
  }

  private Certificate signed(Arguments args, @Nullable String key) {
    if (args.value(4) instanceof Certificate signer) {
      return issuer(args).signed(subject(args), key, signer);
    }
    throw new IllegalStateException("the signature asks for a certificate");
  }

  private static Subject subject(Arguments args) {
    return new Subject(args.string(0), addresses(args, 1), names(args, 2), args.integer(3));
  }

  private static List<byte[]> addresses(Arguments args, int index) {
    List<byte[]> addresses = new ArrayList<>();
    for (Object element : args.slice(index).asList()) {
      if (!(element instanceof String text)) {
        String found = GoFormat.text(args.context().meter(), element);
        throw new GoError("error parsing ip: " + found + " is not a string");
      }
      addresses.add(address(text));
    }
    return addresses;
  }

  private static byte[] address(String text) {
    try {
      IpAddress address = IpAddress.parse(text);
      if (address.zone().isEmpty()) {
        return address.shortest();
      }
    } catch (GoError e) {
      throw new GoError("error parsing ip: " + text, e);
    }
    throw new GoError("error parsing ip: " + text);
  }

  private static List<String> names(Arguments args, int index) {
    List<String> names = new ArrayList<>();
    for (Object element : args.slice(index).asList()) {
      if (!(element instanceof String name)) {
        String found = GoFormat.text(args.context().meter(), element);
        throw new GoError("error processing alternate dns name: " + found + " is not a string");
      }
      names.add(name);
    }
    return names;
  }
}
