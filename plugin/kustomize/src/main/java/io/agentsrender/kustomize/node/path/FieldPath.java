package io.agentsrender.kustomize.node.path;

import io.agentsrender.kustomize.node.NodeKind;
import java.util.ArrayList;
import java.util.List;

/** Paths to fields as kustomize writes them (kyaml/utils/pathsplitter.go). */
public final class FieldPath {
  private FieldPath() {}

  /**
   * Splits at the delimiter, unless a backslash stands before it; a leading one counts for nothing.
   */
  public static List<String> split(String path, String delimiter) {
    List<String> parts = new ArrayList<>(List.of(splitAll(path, delimiter)));
    if (parts.size() > 1 && parts.getFirst().isEmpty()) {
      parts.removeFirst();
    }
    List<String> result = new ArrayList<>(parts.size());
    result.add(parts.getFirst());
    for (String part : parts.subList(1, parts.size())) {
      String last = result.getLast();
      if (last.endsWith("\\")) {
        result.set(result.size() - 1, last.substring(0, last.length() - 1) + delimiter + part);
      } else {
        result.add(part);
      }
    }
    return result;
  }

  /**
   * Splits at dots; what stands in brackets stays together, and keeps its brackets only where it
   * picks a list element, as in {@code [name=app.io]} against {@code [app.io/key]}.
   */
  public static List<String> splitAtDots(String path) {
    List<String> split = split(path, ".");
    List<String> result = new ArrayList<>(split.size());
    for (int i = 0; i < split.size(); i++) {
      String part = split.get(i);
      if (!part.startsWith("[") || part.endsWith("]")) {
        result.add(part);
        continue;
      }
      StringBuilder bracketed = new StringBuilder(part);
      while (i < split.size() - 1) {
        i++;
        bracketed.append('.').append(split.get(i));
        if (split.get(i).endsWith("]")) {
          break;
        }
      }
      result.add(bracketed.indexOf("=") >= 0 ? bracketed.toString() : trimBrackets(bracketed));
    }
    return result;
  }

  private static String trimBrackets(CharSequence text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBracket(text.charAt(start))) {
      start++;
    }
    while (end > start && isBracket(text.charAt(end - 1))) {
      end--;
    }
    return text.subSequence(start, end).toString();
  }

  private static boolean isBracket(char c) {
    return c == '[' || c == ']';
  }

  private static String[] splitAll(String text, String delimiter) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int at = text.indexOf(delimiter);
        at >= 0;
        start = at + delimiter.length(), at = text.indexOf(delimiter, start)) {
      parts.add(text.substring(start, at));
    }
    parts.add(text.substring(start));
    return parts.toArray(String[]::new);
  }

  /** Whether the part picks list elements by a field or by their value. */
  static boolean isElementPart(String part) {
    return part.startsWith("[") && part.endsWith("]");
  }

  /** Whether the part is the index of a list element. */
  static boolean isIndex(String part) {
    return !part.isEmpty()
        && Integers.parse(part).isPresent()
        && Integers.parse(part).getAsInt() >= 0;
  }

  /** What must stand at a part so that the next part can be found in it (kyaml getPathPartKind). */
  static NodeKind kindBefore(String next, NodeKind last) {
    if (isElementPart(next) || isIndex(next)) {
      return NodeKind.SEQUENCE;
    }
    return next.isEmpty() ? last : NodeKind.MAPPING;
  }
}
