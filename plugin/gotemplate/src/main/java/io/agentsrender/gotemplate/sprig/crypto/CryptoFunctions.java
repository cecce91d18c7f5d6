package io.agentsrender.gotemplate.sprig.crypto;

import static io.agentsrender.gotemplate.value.GoTypes.STRING;
import static io.agentsrender.gotemplate.value.GoTypes.UINT32;
import static io.agentsrender.gotemplate.value.Signature.signature;

import io.agentsrender.gotemplate.crypto.AesText;
import io.agentsrender.gotemplate.crypto.Bcrypt;
import io.agentsrender.gotemplate.crypto.MasterPassword;
import io.agentsrender.gotemplate.crypto.key.PrivateKeys;
import io.agentsrender.gotemplate.function.Arguments;
import io.agentsrender.gotemplate.sprig.table.FunctionTable;
import io.agentsrender.gotemplate.value.GoError;

/** Functions that hash passwords, derive them, make keys, and encrypt. */
public final class CryptoFunctions {
  private CryptoFunctions() {}

  public static void addTo(FunctionTable table) {
    table.add("bcrypt", signature(STRING).returns(STRING), args -> bcrypt(args, args.string(0)));
    table.add("htpasswd", signature(STRING, STRING).returns(STRING), CryptoFunctions::htpasswd);
    table.add(
        "derivePassword",
        signature(UINT32, STRING, STRING, STRING, STRING).returns(STRING),
        args ->
            MasterPassword.derive(
                (int) args.integer(0),
                args.string(1),
                args.string(2),
                args.string(3),
                args.string(4),
                args.context().meter()));
    table.add(
        "genPrivateKey",
        signature(STRING).returns(STRING),
        args ->
            PrivateKeys.generate(
                args.string(0), args.context().host().random(), args.context().meter()));
    table.add(
        "encryptAES",
        signature(STRING, STRING).returns(STRING).orError(),
        args -> AesText.encrypt(args.string(0), args.string(1), args.context().host().random()));
    table.add(
        "decryptAES",
        signature(STRING, STRING).returns(STRING).orError(),
        args -> AesText.decrypt(args.string(0), args.string(1)));
  }

  private static String bcrypt(Arguments args, String password) {
    try {
      return Bcrypt.hash(password, args.context().host().random(), args.context().meter());
    } catch (GoError e) {
      return "failed to encrypt string with bcrypt: " + e.text();
    }
  }

  private static String htpasswd(Arguments args) {
    String user = args.string(0);
    return user.contains(":")
        ? "invalid username: " + user
        : user + ":" + bcrypt(args, args.string(1));
  }
}
