package io.agentsrender.helm.schema.json;

import io.agentsrender.gotemplate.fmt.Quotes;
import io.agentsrender.gotemplate.value.GoString;

/** Text in quotes as Go's {@code %q} writes it, for texts of Java. */
public final class GoQuote {
  private GoQuote() {}

  public static String quote(String text) {
    return GoString.decode(Quotes.quote(GoString.encode(text)));
  }

  public static String quoteCharacter(int codePoint) {
    return GoString.decode(Quotes.quoteRune(codePoint, false));
  }
}
