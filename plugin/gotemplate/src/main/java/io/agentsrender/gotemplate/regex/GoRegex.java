package io.agentsrender.gotemplate.regex;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.source.budget.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A compiled expression ({@code regexp.Regexp}). Immutable. */
public final class GoRegex {
  private final Pattern pattern;

  /** The name of each group, from the whole match on; null for those without. */
  private final List<@Nullable String> names;

  /** A match inside of the decoded text. */
  private record Span(int start, int end) {}

  GoRegex(Pattern pattern, List<@Nullable String> names) {
    this.pattern = pattern;
    this.names = names;
  }

  /**
   * Compiles an expression.
   *
   * @throws io.agentsrender.gotemplate.value.GoError with the text of Go's {@code regexp.Compile}
   */
  public static GoRegex compile(String expression, Meter meter) {
    return new RegexCompiler(expression, meter).compile();
  }

  /** {@code MatchString}. */
  public boolean matches(String s, Meter meter) {
    return matcher(DecodedText.of(s), meter).find();
  }

  /** {@code FindString}: the leftmost match; empty without one. */
  public String find(String s, Meter meter) {
    DecodedText text = DecodedText.of(s);
    Matcher matcher = matcher(text, meter);
    return matcher.find() ? text.bytes(matcher.start(), matcher.end()) : "";
  }

  /**
   * {@code FindAllString}: at most so many matches, all where it is negative. Empty for Go's nil.
   */
  public Optional<List<String>> findAll(String s, long most, Meter meter) {
    DecodedText text = DecodedText.of(s);
    List<String> found = new ArrayList<>();
    for (Span span : spans(text, most, meter)) {
      found.add(text.bytes(span.start(), span.end()));
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  /** Successive matches; an empty one right after another does not count (regexp, allMatches). */
  private List<Span> spans(DecodedText text, long most, Meter meter) {
    Matcher matcher = matcher(text, meter);
    List<Span> spans = new ArrayList<>();
    int at = 0;
    int lastEnd = -1;
    while ((most < 0 || spans.size() < most) && at <= text.length() && matcher.find(at)) {
      int start = matcher.start();
      int end = matcher.end();
      boolean counts = end != at || start != lastEnd;
      at = end == at ? at + text.widthAt(at) : end;
      lastEnd = end;
      if (counts) {
        spans.add(new Span(start, end));
      }
    }
    return spans;
  }

  /** {@code ReplaceAllString}, in which {@code $1} and {@code ${name}} stand for groups. */
  public String replaceAll(String s, String template, Meter meter) {
    Replacement replacement = Replacement.of(template, names);
    return replace(s, meter, replacement);
  }

  /** {@code ReplaceAllLiteralString}. */
  public String replaceAllLiteral(String s, String replacement, Meter meter) {
    return replace(s, meter, Replacement.literal(replacement));
  }

  /** An empty match right after another is not replaced (regexp, replaceAll). */
  private String replace(String s, Meter meter, Replacement replacement) {
    DecodedText text = DecodedText.of(s);
    Matcher matcher = matcher(text, meter);
    StringBuilder out = new StringBuilder();
    int lastEnd = 0;
    int at = 0;
    int counted = 0;
    while (at <= text.length() && matcher.find(at)) {
      out.append(text.bytes(lastEnd, matcher.start()));
      if (matcher.end() > lastEnd || matcher.start() == 0) {
        replacement.append(text, matcher, out);
      }
      meter.output(out.length() - counted);
      counted = out.length();
      lastEnd = matcher.end();
      at = Math.max(at + text.widthAt(at), lastEnd);
    }
    return out.append(text.bytes(lastEnd, text.length())).toString();
  }

  /** {@code Split}: at most so many parts, any number where it is negative. Empty for Go's nil. */
  public Optional<List<String>> split(String s, long most, Meter meter) {
    if (most == 0) {
      return Optional.empty();
    }
    if (s.isEmpty() && !pattern.pattern().isEmpty()) {
      return Optional.of(List.of(""));
    }
    DecodedText text = DecodedText.of(s);
    List<String> parts = new ArrayList<>();
    int from = 0;
    int to = 0;
    for (Span separator : spans(text, most, meter)) {
      if (most > 0 && parts.size() == most - 1) {
        break;
      }
      to = separator.start();
      if (separator.end() != 0) {
        parts.add(text.bytes(from, to));
      }
      from = separator.end();
    }
    if (to != text.length()) {
      parts.add(text.bytes(from, text.length()));
    }
    return Optional.of(parts);
  }

  /** {@code QuoteMeta}. */
  public static String quoteMeta(String s) {
    StringBuilder out = new StringBuilder(s.length() + s.length() / 8);
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if ("\\.+*?()|[]{}^$".indexOf(c) >= 0) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }

  private Matcher matcher(DecodedText text, Meter meter) {
    return pattern.matcher(new MeteredText(text.text(), meter, pattern.programSize()));
  }

  /** The expression as text, for messages. */
  @Override
  public String toString() {
    return GoString.encode(pattern.pattern());
  }
}
