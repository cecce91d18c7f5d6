package io.agentsrender.gotemplate.time.layout;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes through a layout, element by element (time/format.go, nextStdChunk). */
public final class Layout {
  /** What begins with a 0 and one more digit, by that digit. */
  private static final Element[] ZERO_PADDED = {
    Element.ZERO_MONTH,
    Element.ZERO_DAY,
    Element.ZERO_HOUR_12,
    Element.ZERO_MINUTE,
    Element.ZERO_SECOND,
    Element.YEAR
  };

  private static final Map<String, Element> OFFSETS =
      Map.of(
          "070000", Element.OFFSET_SECONDS,
          "07:00:00", Element.OFFSET_COLON_SECONDS,
          "0700", Element.OFFSET,
          "07:00", Element.OFFSET_COLON,
          "07", Element.OFFSET_SHORT);

  /** The forms of an offset, each before those it begins with. */
  private static final String[] OFFSET_FORMS = {"070000", "07:00:00", "0700", "07:00", "07"};

  /** The parts of a time that a layout can have. */
  public enum Element {
    NONE,
    LONG_MONTH,
    MONTH,
    NUMBER_MONTH,
    ZERO_MONTH,
    LONG_WEEKDAY,
    WEEKDAY,
    DAY,
    SPACED_DAY,
    ZERO_DAY,
    SPACED_YEAR_DAY,
    ZERO_YEAR_DAY,
    HOUR,
    HOUR_12,
    ZERO_HOUR_12,
    MINUTE,
    ZERO_MINUTE,
    SECOND,
    ZERO_SECOND,
    LONG_YEAR,
    YEAR,
    UPPER_PM,
    LOWER_PM,
    ZONE,
    OFFSET,
    OFFSET_SECONDS,
    OFFSET_SHORT,
    OFFSET_COLON,
    OFFSET_COLON_SECONDS,
    FRACTION_ZEROS,
    FRACTION_NINES;

    public boolean isFraction() {
      return this == FRACTION_ZEROS || this == FRACTION_NINES;
    }

    public boolean hasColons() {
      return this == OFFSET_COLON || this == OFFSET_COLON_SECONDS;
    }

    public boolean hasSeconds() {
      return this == OFFSET_SECONDS || this == OFFSET_COLON_SECONDS;
    }
  }

  private final String layout;
  private int prefixStart;
  private int start;
  private int end;
  private Element element = Element.NONE;

  public Layout(String layout) {
    this.layout = layout;
  }

  public String layout() {
    return layout;
  }

  /** What stands before the element. */
  public String prefix() {
    return layout.substring(prefixStart, start);
  }

  /** How the layout writes the element. */
  public String text() {
    return layout.substring(start, end);
  }

  public Element element() {
    return element;
  }

  /** Whether an offset of zero is a {@code Z}. */
  public boolean isIso() {
    return layout.charAt(start) == 'Z';
  }

  /** What follows the element. */
  public String rest() {
    return layout.substring(end);
  }

  public boolean atEnd() {
    return end == layout.length();
  }

  /** Goes to the next element; {@link Element#NONE} where there is only text left. */
  public Element next() {
    prefixStart = end;
    for (start = prefixStart; start < layout.length(); start++) {
      element = elementAt(start);
      if (element != Element.NONE) {
        return element;
      }
    }
    element = Element.NONE;
    end = start;
    return element;
  }

  private Element elementAt(int i) {
    return switch (layout.charAt(i)) {
      case 'J' -> name(i, "Jan", Element.MONTH, "January", Element.LONG_MONTH);
      case 'M' ->
          has(i, "MST")
              ? found(i, 3, Element.ZONE)
              : name(i, "Mon", Element.WEEKDAY, "Monday", Element.LONG_WEEKDAY);
      case '0' -> zeroPadded(i);
      case '1' -> has(i, "15") ? found(i, 2, Element.HOUR) : found(i, 1, Element.NUMBER_MONTH);
      case '2' -> has(i, "2006") ? found(i, 4, Element.LONG_YEAR) : found(i, 1, Element.DAY);
      case '_' -> spacePadded(i);
      case '3' -> found(i, 1, Element.HOUR_12);
      case '4' -> found(i, 1, Element.MINUTE);
      case '5' -> found(i, 1, Element.SECOND);
      case 'P' -> has(i, "PM") ? found(i, 2, Element.UPPER_PM) : Element.NONE;
      case 'p' -> has(i, "pm") ? found(i, 2, Element.LOWER_PM) : Element.NONE;
      case '-', 'Z' -> offset(i);
      case '.', ',' -> fraction(i);
      default -> Element.NONE;
    };
  }

  private Element name(int i, String shorter, Element element, String longer, Element longElement) {
    if (has(i, longer)) {
      return found(i, longer.length(), longElement);
    }
    int after = i + shorter.length();
    boolean ends =
        after >= layout.length() || layout.charAt(after) < 'a' || layout.charAt(after) > 'z';
    return has(i, shorter) && ends ? found(i, shorter.length(), element) : Element.NONE;
  }

  private Element zeroPadded(int i) {
    if (has(i, "002")) {
      return found(i, 3, Element.ZERO_YEAR_DAY);
    }
    int digit = i + 1 < layout.length() ? layout.charAt(i + 1) - '1' : -1;
    return digit >= 0 && digit < ZERO_PADDED.length
        ? found(i, 2, ZERO_PADDED[digit])
        : Element.NONE;
  }

  private Element spacePadded(int i) {
    if (has(i, "_2006")) {
      // The line is text here; the year comes after it.
      start = i + 1;
      return found(i + 1, 4, Element.LONG_YEAR);
    }
    if (has(i, "_2")) {
      return found(i, 2, Element.SPACED_DAY);
    }
    return has(i, "__2") ? found(i, 3, Element.SPACED_YEAR_DAY) : Element.NONE;
  }

  private Element offset(int i) {
    for (String form : OFFSET_FORMS) {
      @Nullable Element offset = OFFSETS.get(form);
      if (offset != null && layout.startsWith(form, i + 1)) {
        return found(i, form.length() + 1, offset);
      }
    }
    return Element.NONE;
  }

  private Element fraction(int i) {
    int j = i + 1;
    if (j == layout.length() || (layout.charAt(j) != '0' && layout.charAt(j) != '9')) {
      return Element.NONE;
    }
    char digit = layout.charAt(j);
    while (j < layout.length() && layout.charAt(j) == digit) {
      j++;
    }
    if (j < layout.length() && layout.charAt(j) >= '0' && layout.charAt(j) <= '9') {
      return Element.NONE;
    }
    return found(i, j - i, digit == '0' ? Element.FRACTION_ZEROS : Element.FRACTION_NINES);
  }

  private boolean has(int i, String text) {
    return layout.startsWith(text, i);
  }

  private Element found(int from, int length, Element found) {
    end = from + length;
    return found;
  }
}
