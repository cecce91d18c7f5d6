package io.agentsrender.helm.glob;

import com.google.re2j.Pattern;
import io.agentsrender.source.match.MalformedPatternException;
import java.util.List;

/**
 * A gobwas glob with {@code /} as separator, the language of {@code .Files.Glob}: {@code *} and
 * {@code ?} stop at {@code /}, {@code **} does not, {@code [abc]}, {@code [!abc]} and {@code [a-z]}
 * are classes, <code>{a,b}</code> are alternatives. Matching takes time linear in the path.
 */
public final class FileGlob {
  private static final List<GlobElement> EVERYTHING = List.of(new GlobElement.Star(true));

  private final Pattern regex;
  private final boolean sound;
  private final boolean countsCharacters;

  private FileGlob(List<GlobElement> elements) {
    this.sound = GlobElement.isSound(elements, true);
    this.countsCharacters = GlobElement.countsCharacters(elements);
    this.regex = Pattern.compile("(?s)" + GlobElement.regexOf(elements));
  }

  /**
   * Reads a glob.
   *
   * @throws MalformedPatternException where gobwas refuses it
   */
  public static FileGlob of(String pattern) throws MalformedPatternException {
    return new FileGlob(new FileGlobReader(pattern).elements());
  }

  /** As templates see it: a malformed glob matches every file (engine/files.go, Glob). */
  public static FileGlob lenient(String pattern) {
    try {
      return of(pattern);
    } catch (MalformedPatternException e) {
      return new FileGlob(EVERYTHING);
    }
  }

  /**
   * Whether gobwas answers what the glob means. It does not for some combinations of stars and
   * alternatives, such as <code>{a*,b}.txt</code>, nor, with {@code ?} or a class, for names
   * outside ASCII.
   */
  public boolean isSoundFor(String path) {
    return sound && (!countsCharacters || path.chars().allMatch(c -> c < 0x80));
  }

  public boolean matches(String path) {
    return regex.matches(path);
  }
}
