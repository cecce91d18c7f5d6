package io.agentsrender.helm.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A message as a tree of lines, the lines below each sorted, since the order of Helm's own is
 * random. A line with what is below it is a list: the line, then such lists. The oracle's script
 * sorts its answers the same way.
 */
final class SortedLines {
  private static final Pattern LISTED =
      Pattern.compile("(.*additional properties )(.*)( not allowed)");
  private static final Pattern PAIRED =
      Pattern.compile("(duplicate .* at )(\".*\")( and )(\".*\")");

  private SortedLines() {}

  /**
   * Whether a message complains of a document that Helm tried to fetch, or of a file it tried to
   * read.
   */
  static boolean leadsOutOfTheChart(List<?> lines) {
    return lines.toString().contains("dial tcp") || lines.toString().contains("no such file");
  }

  static List<Object> of(String text) {
    List<Object> top = new ArrayList<>();
    Deque<List<Object>> parents = new ArrayDeque<>(List.of(top));
    Deque<Integer> indents = new ArrayDeque<>(List.of(-1));
    for (String line : text.stripTrailing().split("\n")) {
      int indent = line.length() - line.stripLeading().length();
      while (indents.element() >= indent) {
        indents.pop();
        parents.pop();
      }
      List<Object> node = new ArrayList<>(List.of(withSortedNames(line.strip())));
      parents.element().add(node);
      indents.push(indent);
      parents.push(node);
    }
    sort(top, 0);
    return top;
  }

  private static void sort(List<Object> nodes, int from) {
    List<Object> inner = nodes.subList(from, nodes.size());
    inner.forEach(node -> sort(asList(node), 1));
    inner.sort(Comparator.comparing(SortedLines::key));
  }

  @SuppressWarnings("unchecked")
  private static List<Object> asList(Object node) {
    return (List<Object>) node;
  }

  private static String key(Object node) {
    return node instanceof List<?> list
        ? list.stream().map(SortedLines::key).collect(Collectors.joining("\u0001"))
        : node.toString();
  }

  private static String withSortedNames(String line) {
    Matcher listed = LISTED.matcher(line);
    if (listed.matches()) {
      String names =
          Arrays.stream(listed.group(2).split(", ")).sorted().collect(Collectors.joining(", "));
      return listed.group(1) + names + listed.group(3);
    }
    Matcher paired = PAIRED.matcher(line);
    if (paired.matches() && paired.group(2).compareTo(paired.group(4)) > 0) {
      return paired.group(1) + paired.group(4) + paired.group(3) + paired.group(2);
    }
    return line;
  }
}
