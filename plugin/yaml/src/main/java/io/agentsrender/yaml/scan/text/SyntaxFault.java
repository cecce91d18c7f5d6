package io.agentsrender.yaml.scan.text;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The text is not what go-yaml takes for YAML. The reader turns this into a problem with file and
 * excerpt.
 */
public final class SyntaxFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Which part of go-yaml finds the fault; it decides how go-yaml counts the line. */
  public enum Stage {
    READER,
    SCANNER,
    PARSER
  }

  private final Stage stage;
  private final @Nullable String context;
  private final String reason;
  private final long at;
  private final long contextAt;

  /** A fault of the bytes; go-yaml does not tell where. */
  static SyntaxFault reader(String reason, long at) {
    return new SyntaxFault(Stage.READER, null, 0, reason, at);
  }

  public static SyntaxFault scanner(
      @Nullable String context, long contextAt, String reason, long at) {
    return new SyntaxFault(Stage.SCANNER, context, contextAt, reason, at);
  }

  /** A fault of the grammar. */
  public static SyntaxFault parser(String reason, long at) {
    return new SyntaxFault(Stage.PARSER, null, 0, reason, at);
  }

  /** A fault of the grammar inside of something that starts at {@code contextAt}. */
  public static SyntaxFault parser(String context, long contextAt, String reason, long at) {
    return new SyntaxFault(Stage.PARSER, context, contextAt, reason, at);
  }

  private SyntaxFault(
      Stage stage, @Nullable String context, long contextAt, String reason, long at) {
    super(reason);
    this.stage = stage;
    this.context = context;
    this.contextAt = contextAt;
    this.reason = reason;
    this.at = at;
  }

  public Stage stage() {
    return stage;
  }

  /** As in {@code while scanning a quoted scalar}. */
  public @Nullable String context() {
    return context;
  }

  /** Where the {@link #context()} starts; a zero mark where there is none. */
  public long contextAt() {
    return contextAt;
  }

  /** go-yaml's words. */
  public String reason() {
    return reason;
  }

  /** The mark of the fault. */
  public long at() {
    return at;
  }

  /** The line that go-yaml v2 prints, which is off by one for faults of the grammar. */
  public OptionalLong lineOfV2() {
    if (stage != Stage.READER && Mark.line(at) != 0) {
      return OptionalLong.of(Mark.line(at) + (stage == Stage.SCANNER ? 1L : 0L));
    }
    return Mark.line(contextAt) == 0 ? OptionalLong.empty() : OptionalLong.of(Mark.line(contextAt));
  }

  /** The line that go-yaml v3 prints: that of the context where there is one. */
  public OptionalLong lineOfV3() {
    if (stage == Stage.READER) {
      return OptionalLong.empty();
    }
    int line = Mark.line(contextAt) != 0 ? Mark.line(contextAt) : Mark.line(at);
    return line == 0
        ? OptionalLong.empty()
        : OptionalLong.of(line + (stage == Stage.SCANNER ? 1L : 0L));
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
