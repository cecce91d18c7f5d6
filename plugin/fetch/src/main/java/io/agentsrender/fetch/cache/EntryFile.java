package io.agentsrender.fetch.cache;

import io.agentsrender.source.Digest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the cache folder says of one key.
 *
 * @param digest of the content, which is also the content's file name
 */
record EntryFile(String key, Digest digest, Map<String, String> attributes) {
  private static final String FIRST_LINE = "agents-render cache entry 1";
  private static final String LAST_LINE = "end";
  private static final String KEY = "key ";
  private static final String CONTENT = "content sha256:";
  private static final String ATTRIBUTE = "attribute ";

  String text() {
    List<String> lines = new ArrayList<>();
    lines.add(FIRST_LINE);
    lines.add(KEY + oneLine(key));
    lines.add(CONTENT + digest.hex());
    new TreeMap<>(attributes)
        .forEach((name, value) -> lines.add(ATTRIBUTE + name + " " + oneLine(value)));
    lines.add(LAST_LINE);
    return String.join("\n", lines) + "\n";
  }

  private static String oneLine(String text) {
    return text.replace("\r", "%0D").replace("\n", "%0A");
  }

  /** What a file says of {@code key}; empty where the file is cut off or says something else. */
  static Optional<EntryFile> parse(String text, String key) {
    List<String> lines = text.lines().toList();
    boolean whole =
        lines.size() >= 4
            && lines.getFirst().equals(FIRST_LINE)
            && lines.get(1).equals(KEY + oneLine(key))
            && lines.getLast().equals(LAST_LINE);
    return whole ? content(lines).map(digest -> entry(key, digest, lines)) : Optional.empty();
  }

  /** The digest that a file names, whatever its key. */
  static Optional<Digest> content(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(CONTENT))
        .map(line -> line.substring(CONTENT.length()))
        .filter(hex -> hex.matches("[0-9a-f]{64}"))
        .map(Digest::new)
        .findFirst();
  }

  private static EntryFile entry(String key, Digest digest, List<String> lines) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String line : lines) {
      int space = line.indexOf(' ', ATTRIBUTE.length());
      if (line.startsWith(ATTRIBUTE) && space > 0) {
        attributes.put(line.substring(ATTRIBUTE.length(), space), line.substring(space + 1));
      }
    }
    return new EntryFile(key, digest, attributes);
  }
}
