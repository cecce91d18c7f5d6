package io.agentsrender.gotemplate.time;

import java.util.ArrayList;
import java.util.List;

/** What the offsets of one zone have been called. */
final class Abbreviations {
  private final List<Entry> entries;

  /**
   * @param from the first second of Unix time at which it holds
   */
  private record Entry(int offset, long from, String abbreviation) {}

  private Abbreviations(List<Entry> entries) {
    this.entries = entries;
  }

  /**
   * Reads what a line of the table says after the names. Each offset comes with its first
   * abbreviation; later ones follow with the time since when: {@code 3600=CET,325468800=WEST}.
   */
  static Abbreviations parse(String line) {
    List<Entry> entries = new ArrayList<>();
    for (String item : line.strip().split(" ")) {
      String[] parts = item.split(",");
      int offset = Integer.parseInt(before(parts[0]));
      entries.add(new Entry(offset, Long.MIN_VALUE, after(parts[0])));
      for (int i = 1; i < parts.length; i++) {
        entries.add(new Entry(offset, Long.parseLong(before(parts[i])), after(parts[i])));
      }
    }
    return new Abbreviations(entries);
  }

  private static String before(String part) {
    return part.substring(0, part.indexOf('='));
  }

  private static String after(String part) {
    return part.substring(part.indexOf('=') + 1);
  }

  /** What an offset is called at some time; its digits where the table does not know it. */
  String at(int offset, long unixSecond) {
    String found = null;
    for (Entry entry : entries) {
      if (entry.offset == offset && entry.from <= unixSecond) {
        found = entry.abbreviation;
      }
    }
    return found == null ? digits(offset) : found;
  }

  List<Integer> offsetsOf(String abbreviation) {
    return entries.stream()
        .filter(entry -> entry.abbreviation.equals(abbreviation))
        .map(Entry::offset)
        .distinct()
        .toList();
  }

  /** As the tz database abbreviates where there is no name in use: {@code +0545}. */
  private static String digits(int offset) {
    int minutes = Math.abs(offset) / 60;
    String hours = "%s%02d".formatted(offset < 0 ? "-" : "+", minutes / 60);
    return minutes % 60 == 0 ? hours : hours + "%02d".formatted(minutes % 60);
  }
}
