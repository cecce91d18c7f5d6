package io.agentsrender.gotemplate.sprig.text;

import static io.agentsrender.gotemplate.value.GoTypes.STRING;
import static io.agentsrender.gotemplate.value.Signature.signature;

import io.agentsrender.gotemplate.encoding.GoBase32;
import io.agentsrender.gotemplate.encoding.GoBase64;
import io.agentsrender.gotemplate.sprig.table.FunctionTable;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.Signature;
import java.util.function.UnaryOperator;

/**
 * Functions that write bytes as text; the text of an error is all that decoding has to say of it.
 */
public final class EncodingFunctions {
  private static final Signature ONE = signature(STRING).returns(STRING);

  private EncodingFunctions() {}

  public static void addTo(FunctionTable table) {
    table.add("b64enc", ONE, args -> GoBase64.encode(args.string(0)));
    table.add("b64dec", ONE, args -> decoded(GoBase64::decode, args.string(0)));
    table.add("b32enc", ONE, args -> GoBase32.encode(args.string(0)));
    table.add("b32dec", ONE, args -> decoded(GoBase32::decode, args.string(0)));
  }

  private static String decoded(UnaryOperator<String> decoder, String text) {
    try {
      return decoder.apply(text);
    } catch (GoError e) {
      return e.text();
    }
  }
}
