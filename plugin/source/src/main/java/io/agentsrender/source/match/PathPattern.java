package io.agentsrender.source.match;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of Go's {@code filepath.Match}: {@code *} and {@code ?} stop at {@code /}, {@code
 * [a-z]} and {@code [^a]} are classes (which may match {@code /}), a backslash escapes. The whole
 * path must match.
 */
public final class PathPattern {
  private final List<Chunk> chunks;

  private PathPattern(List<Chunk> chunks) {
    this.chunks = chunks;
  }

  /** What stands between two stars; {@code afterStar} where a star stands before it. */
  private record Chunk(boolean afterStar, List<Element> elements, boolean malformed) {}

  private sealed interface Element {}

  private record AnyOne() implements Element {}

  private record Literal(int character) implements Element {}

  private record CharacterClass(boolean negated, List<Range> ranges) implements Element {
    boolean contains(int character) {
      boolean listed = ranges.stream().anyMatch(range -> range.contains(character));
      return listed != negated;
    }
  }

  private record Range(int low, int high) {
    boolean contains(int character) {
      return low <= character && character <= high;
    }
  }

  /** Reads a pattern; a mistake in it shows when it is matched, as in Go. */
  public static PathPattern of(String pattern) {
    return new PathPattern(new Reader(pattern.codePoints().toArray()).read());
  }

  /**
   * Whether the whole path matches.
   *
   * @throws MalformedPatternException where the matching comes to a part of the pattern in which a
   *     class is not closed or an escape is cut off; behind a mismatch nothing is looked at
   */
  public boolean matches(String path) throws MalformedPatternException {
    int[] characters = path.codePoints().toArray();
    int at = 0;
    for (int i = 0; i < chunks.size(); i++) {
      Chunk chunk = chunks.get(i);
      boolean last = i == chunks.size() - 1;
      int end = end(chunk, characters, at);
      while (end < 0 || (last && end < characters.length)) {
        if (!chunk.afterStar || at >= characters.length || characters[at] == '/') {
          return false;
        }
        at++;
        end = end(chunk, characters, at);
      }
      at = end;
    }
    return at == characters.length;
  }

  /** Whether nothing in it is malformed, so that {@link #matches} never fails. */
  public boolean isWellFormed() {
    return chunks.stream().noneMatch(Chunk::malformed);
  }

  /** Where {@code chunk} ends if it starts at {@code at}, or -1 where it does not match there. */
  private static int end(Chunk chunk, int[] path, int at) throws MalformedPatternException {
    if (chunk.malformed) {
      throw new MalformedPatternException("syntax error in pattern");
    }
    int end = at;
    for (Element element : chunk.elements) {
      if (end >= path.length || !accepts(element, path[end])) {
        return -1;
      }
      end++;
    }
    return end;
  }

  private static boolean accepts(Element element, int character) {
    return switch (element) {
      case Literal literal -> literal.character == character;
      case AnyOne _ -> character != '/';
      case CharacterClass characters -> characters.contains(character);
    };
  }

  private static final class Reader {
    private final int[] pattern;
    private int at;

    Reader(int[] pattern) {
      this.pattern = pattern;
    }

    List<Chunk> read() {
      List<Chunk> chunks = new ArrayList<>();
      while (at < pattern.length) {
        boolean afterStar = false;
        while (at < pattern.length && pattern[at] == '*') {
          afterStar = true;
          at++;
        }
        chunks.add(chunk(afterStar));
      }
      return List.copyOf(chunks);
    }

    private Chunk chunk(boolean afterStar) {
      List<Element> elements = new ArrayList<>();
      try {
        while (at < pattern.length && pattern[at] != '*') {
          elements.add(element(pattern[at++]));
        }
        return new Chunk(afterStar, List.copyOf(elements), false);
      } catch (MalformedPatternException e) {
        at = pattern.length;
        return new Chunk(afterStar, List.of(), true);
      }
    }

    private Element element(int character) throws MalformedPatternException {
      return switch (character) {
        case '?' -> new AnyOne();
        case '[' -> characterClass();
        case '\\' -> new Literal(next());
        default -> new Literal(character);
      };
    }

    private CharacterClass characterClass() throws MalformedPatternException {
      boolean negated = at < pattern.length && pattern[at] == '^';
      if (negated) {
        at++;
      }
      List<Range> ranges = new ArrayList<>();
      while (ranges.isEmpty() || peek() != ']') {
        int low = classCharacter();
        int high = low;
        if (peek() == '-') {
          at++;
          high = classCharacter();
        }
        ranges.add(new Range(low, high));
      }
      at++;
      return new CharacterClass(negated, List.copyOf(ranges));
    }

    private int classCharacter() throws MalformedPatternException {
      int character = next();
      if (character == '-' || character == ']') {
        throw malformed();
      }
      return character == '\\' ? next() : character;
    }

    private int peek() throws MalformedPatternException {
      if (at >= pattern.length) {
        throw malformed();
      }
      return pattern[at];
    }

    private int next() throws MalformedPatternException {
      int character = peek();
      at++;
      return character;
    }

    private static MalformedPatternException malformed() {
      return new MalformedPatternException("syntax error in pattern");
    }
  }
}
