package io.agentsrender.yaml;

import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.scalar.CoreTag;
import io.agentsrender.yaml.scalar.Resolved;
import io.agentsrender.yaml.scalar.Timestamp;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A scalar: its text as written, and what that means in its dialect. */
public final class ScalarNode extends Node {
  private final String text;
  private final ScalarStyle style;
  private final @Nullable String tag;
  private final Dialect dialect;

  /**
   * A scalar as the reader finds it.
   *
   * @param tag the explicit tag, in short form ({@code !!str}), or null
   */
  public ScalarNode(
      String text,
      ScalarStyle style,
      @Nullable String tag,
      Dialect dialect,
      String file,
      int line,
      int column) {
    super(file, line, column);
    this.text = text;
    this.style = style;
    this.tag = tag;
    this.dialect = dialect;
  }

  /** A scalar as the reader would find it at that place. */
  public static ScalarNode of(
      String text, ScalarStyle style, @Nullable String tag, Dialect dialect, Position at) {
    return new ScalarNode(text, style, tag, dialect, at.file(), at.line(), at.column());
  }

  /** A plain scalar: {@code 5} is a number. */
  public static ScalarNode plain(String text, Dialect dialect, Position at) {
    return of(text, ScalarStyle.PLAIN, null, dialect, at);
  }

  /** A string, whatever it looks like. */
  public static ScalarNode string(String text, Dialect dialect, Position at) {
    ScalarStyle style = dialect.isText(text) ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED;
    return of(text, style, null, dialect, at);
  }

  /** The text between the quotes, folded and unescaped; for a plain {@code 010} this very text. */
  public String text() {
    return text;
  }

  public ScalarStyle style() {
    return style;
  }

  public Dialect dialect() {
    return dialect;
  }

  /** The tag as written, in short form. */
  public Optional<String> explicitTag() {
    return Optional.ofNullable(tag);
  }

  /**
   * The tag as written or, without one, what the text resolves to, in short form; the same as
   * ShortTag of a node of go-yaml v3.
   */
  public String tag() {
    boolean given = tag != null && !(tag.equals("!") && dialect == Dialect.KUSTOMIZE);
    if (given && tag != null) {
      return tag;
    }
    return dialect == Dialect.KUSTOMIZE && style == ScalarStyle.PLAIN && text.equals("<<")
        ? CoreTag.MERGE.shortForm()
        : resolved().tag().shortForm();
  }

  /**
   * The value: null, Boolean, Long, BigInteger (above the range of long), Double or String. Times
   * are strings: as written for Helm, in RFC 3339 for kustomize. What {@code !!binary} holds is
   * decoded.
   *
   * @throws RenderException where the text is nothing of the kind that its tag says, which the
   *     reader for Helm never lets through
   */
  public @Nullable Object value() {
    Resolved resolved = resolved();
    if (resolved.value() instanceof Timestamp time) {
      return dialect == Dialect.HELM ? text : time.toString();
    }
    if (resolved.tag() == CoreTag.BINARY) {
      if (!Base64Text.isValid(text)) {
        throw failure("!!binary value contains invalid base64 data");
      }
      return Base64Text.decode(text);
    }
    return resolved.value();
  }

  /** Whether the value is null. */
  public boolean isNull() {
    Resolved resolved = dialect.resolve(text, style, tag);
    return resolved != null && resolved.tag() == CoreTag.NULL;
  }

  /** Whether the value is a string. */
  public boolean isString() {
    Resolved resolved = dialect.resolve(text, style, tag);
    return resolved != null
        && switch (resolved.tag()) {
          case NULL, BOOL, INT, FLOAT -> false;
          default -> true;
        };
  }

  /** Whether the text is of the kind that its tag says. */
  public boolean isValid() {
    Resolved resolved = dialect.resolve(text, style, tag);
    return resolved != null && (resolved.tag() != CoreTag.BINARY || Base64Text.isValid(text));
  }

  /**
   * The value and its tag.
   *
   * @throws RenderException where the text is nothing of the kind that its tag says
   */
  public Resolved resolved() {
    Resolved resolved = dialect.resolve(text, style, tag);
    if (resolved == null) {
      throw failure("cannot decode it as a " + tag);
    }
    return resolved;
  }

  private RenderException failure(String reason) {
    return new RenderException(
        Problem.error("reading the value of a scalar", reason).withPlace(position()));
  }

  /**
   * The scalar as a key of a JSON object. For Helm numbers and booleans are written as Go does; for
   * kustomize keys are compared by their text.
   */
  public String name() {
    return dialect == Dialect.HELM ? KeyNames.of(this) : text;
  }

  /** The same place and style with other text. */
  public ScalarNode withText(String text) {
    return new ScalarNode(text, style, tag, dialect, file(), line(), column());
  }

  @Override
  public String describe() {
    Resolved resolved = dialect.resolve(text, style, tag);
    return switch (resolved == null ? CoreTag.STR : resolved.tag()) {
      case NULL -> "null";
      case BOOL -> "a boolean";
      case INT, FLOAT -> "a number";
      default -> "a string";
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
