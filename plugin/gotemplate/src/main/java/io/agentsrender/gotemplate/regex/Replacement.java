package io.agentsrender.gotemplate.regex;

import com.google.re2j.Matcher;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.gotemplate.value.GoUnicode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a match is replaced by: text and groups (regexp, expand and extract). */
final class Replacement {
  private static final int NO_NUMBER = -1;
  private static final int MAX_NUMBER = 100_000_000;

  private final List<Part> parts;

  /** Text, or the first of some groups that took part in the match. */
  private record Part(String text, List<Integer> groups) {}

  private Replacement(List<Part> parts) {
    this.parts = parts;
  }

  static Replacement literal(String text) {
    return new Replacement(List.of(new Part(text, List.of())));
  }

  static Replacement of(String template, List<@Nullable String> names) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    for (int dollar = template.indexOf('$'); dollar >= 0; dollar = template.indexOf('$', at)) {
      parts.add(new Part(template.substring(at, dollar), List.of()));
      at = dollar + 1;
      boolean braced = template.startsWith("{", at);
      int nameStart = braced ? at + 1 : at;
      int nameEnd = nameEnd(template, nameStart);
      if (template.startsWith("$", at)) {
        parts.add(new Part("$", List.of()));
        at++;
      } else if (nameEnd == nameStart || (braced && !template.startsWith("}", nameEnd))) {
        parts.add(new Part("$", List.of()));
      } else {
        parts.add(new Part("", groups(template.substring(nameStart, nameEnd), names)));
        at = braced ? nameEnd + 1 : nameEnd;
      }
    }
    parts.add(new Part(template.substring(at), List.of()));
    return new Replacement(parts);
  }

  private static int nameEnd(String template, int from) {
    int end = from;
    while (end < template.length()) {
      int decoded = GoString.decodeRune(template, end);
      int rune = GoString.runeOf(decoded);
      if (!GoUnicode.isLetter(rune) && !GoUnicode.isDigit(rune) && rune != '_') {
        break;
      }
      end += GoString.widthOf(decoded);
    }
    return end;
  }

  private static List<Integer> groups(String name, List<@Nullable String> names) {
    int number = number(name);
    if (number != NO_NUMBER) {
      return number < names.size() ? List.of(number) : List.of();
    }
    List<Integer> groups = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (name.equals(names.get(i))) {
        groups.add(i);
      }
    }
    return groups;
  }

  /** Numbers with leading zeros are names. */
  private static int number(String name) {
    if (name.startsWith("0") && name.length() > 1) {
      return NO_NUMBER;
    }
    int number = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < '0' || c > '9' || number >= MAX_NUMBER) {
        return NO_NUMBER;
      }
      number = number * 10 + c - '0';
    }
    return number;
  }

  void append(DecodedText text, Matcher match, StringBuilder out) {
    for (Part part : parts) {
      out.append(part.text());
      for (int group : part.groups()) {
        if (match.start(group) >= 0) {
          out.append(text.bytes(match.start(group), match.end(group)));
          break;
        }
      }
    }
  }
}
