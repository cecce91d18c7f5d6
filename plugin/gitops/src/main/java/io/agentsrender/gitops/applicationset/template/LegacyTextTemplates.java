package io.agentsrender.gitops.applicationset.template;

import io.agentsrender.gotemplate.fmt.Quotes;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.util.regex.Pattern;

/**
 * The older form: {@code {{path.basename}}} stands for the parameter of that name, and what is no
 * parameter stays as it is.
 */
public final class LegacyTextTemplates implements TextTemplates {
  private static final Pattern TEMPLATED = Pattern.compile(".*\\{\\{.*}}.*");
  private static final String START = "{{";
  private static final String END = "}}";

  @Override
  public boolean isGoTemplate() {
    return false;
  }

  @Override
  public String fill(String text, GoMap parameters) {
    if (!text.contains(START) || !TEMPLATED.matcher(text).find()) {
      return text;
    }
    StringBuilder filled = new StringBuilder();
    int at = 0;
    while (true) {
      int start = text.indexOf(START, at);
      if (start < 0) {
        return filled.append(text, at, text.length()).toString();
      }
      filled.append(text, at, start);
      int end = text.indexOf(END, start + START.length());
      if (end < 0) {
        throw unclosed(text, start);
      }
      String tag = text.substring(start + START.length(), end);
      String name = tag.strip();
      filled.append(
          !name.isEmpty() && parameters.get(GoString.encode(name)) instanceof String value
              ? GoString.decode(value)
              : START + tag + END);
      at = end + END.length();
    }
  }

  /** The words of valyala/fasttemplate. */
  private static RenderException unclosed(String text, int start) {
    return new RenderException(
        Problem.error(
                "filling in a template",
                "invalid template: Cannot find end tag=\"}}\" in the template="
                    + GoString.decode(Quotes.quote(GoString.encode(text)))
                    + " starting from "
                    + GoString.decode(
                        Quotes.quote(GoString.encode(text.substring(start + START.length())))))
            .withAdvice("Close it with }}."));
  }
}
