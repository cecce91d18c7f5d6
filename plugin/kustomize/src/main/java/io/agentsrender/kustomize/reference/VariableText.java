package io.agentsrender.kustomize.reference;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.source.budget.Meter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts values in for {@code $(NAME)}; {@code $$} stands for a dollar
 * (api/filters/refvar/expand.go).
 *
 * @param meter counts the text that is made
 * @param values text, Long, Double or Boolean by name; null for what cannot be put into a text
 */
record VariableText(Map<String, @Nullable Object> values, Meter meter) {

  /** The text with values, or the value itself where the text is nothing but its name. */
  Object replace(String text) {
    StringBuilder out = new StringBuilder();
    int copied = 0;
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) != '$' || at + 1 >= text.length()) {
        continue;
      }
      out.append(text, copied, at);
      char next = text.charAt(at + 1);
      int close = next == '(' ? text.indexOf(')', at + 2) : -1;
      if (next == '$') {
        out.append('$');
        at++;
      } else if (close >= 0) {
        Object value = value(text.substring(at + 2, close));
        if (at == 0 && close == text.length() - 1) {
          return value;
        }
        String shown =
            value instanceof Double number ? GoNumbers.general(number) : value.toString();
        meter.output(shown.length());
        out.append(shown);
        at = close;
      } else if (next < 0x80) {
        out.append('$').append(next);
        at++;
      } else {
        throw BuildFailure.notSupported(
                "a \"$\" before a character that is not ASCII is not supported beside vars")
            .withAdvice("Write \"$$\" for a dollar.");
      }
      copied = at + 1;
    }
    return out.append(text, copied, text.length()).toString();
  }

  /** What is not known stays as it is: Kubernetes itself may know it. */
  private Object value(String name) {
    Object value = values.get(name);
    return value == null ? "$(" + name + ")" : value;
  }
}
