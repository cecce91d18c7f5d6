package io.agentsrender.gotemplate.function;

import io.agentsrender.gotemplate.fmt.Quotes;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A template does not parse, or failed while it was executed. The places are there as data, from
 * the outermost call to the failing action, and Go's own text is there word for word.
 */
public final class TemplateException extends RenderException {
  private static final long serialVersionUID = 1L;

  private final transient List<TemplateFrame> frames;
  private final transient Optional<GoError> origin;
  private final String goText;
  private final String reason;

  private TemplateException(
      Problem problem,
      List<TemplateFrame> frames,
      String goText,
      String reason,
      Optional<GoError> origin) {
    super(problem);
    this.frames = List.copyOf(frames);
    this.goText = goText;
    this.reason = reason;
    this.origin = origin;
  }

  /**
   * A text that does not parse.
   *
   * @param text what is wrong, in Go's words
   */
  public static TemplateException inParsing(TemplateFrame frame, String text) {
    return inParsing(frame, text, Problem.Kind.FAULT);
  }

  /**
   * A text that parses in Go and not here.
   *
   * @param what what it holds
   */
  public static TemplateException notSupported(TemplateFrame frame, String what) {
    return inParsing(frame, "not supported: " + what, Problem.Kind.NOT_SUPPORTED);
  }

  private static TemplateException inParsing(TemplateFrame frame, String text, Problem.Kind kind) {
    Problem problem =
        Problem.error("parsing template " + GoString.decode(frame.file()), GoString.decode(text))
            .withPlace(frame.position())
            .withExcerpt(GoString.decode(frame.text()))
            .withKind(kind);
    return new TemplateException(
        problem,
        List.of(frame),
        "template: " + frame.location() + ": " + text,
        text,
        Optional.empty());
  }

  /**
   * An action that fails.
   *
   * @param text what is wrong, in Go's words
   * @param advice what to do about it
   * @param cause the function's error, if one failed: where it holds the failure of another
   *     template, the places of that one are added
   */
  public static TemplateException inExecution(
      TemplateFrame frame, String text, @Nullable String advice, @Nullable Throwable cause) {
    String goText =
        "template: "
            + frame.location()
            + ": executing "
            + Quotes.quote(frame.template())
            + " at <"
            + frame.source()
            + ">: "
            + text;
    List<TemplateFrame> frames = new ArrayList<>();
    frames.add(frame);
    String reason = text;
    String todo = advice;
    Optional<GoError> origin = Optional.empty();
    Problem.Kind kind = Problem.Kind.FAULT;
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof TemplateException inner) {
        frames.addAll(inner.frames);
        reason = inner.reason;
        todo = inner.problems().getFirst().advice().orElse(null);
        origin = inner.origin;
        kind = inner.problems().getFirst().kind();
        break;
      }
      if (at instanceof GoError error) {
        origin = Optional.of(error);
        kind = error.isNotSupported() ? Problem.Kind.NOT_SUPPORTED : kind;
      }
    }
    Problem problem = problem(frames, reason).withAdvice(todo).withKind(kind);
    return new TemplateException(problem, frames, goText, reason, origin);
  }

  /** A failure without a place, such as a template that is not there. */
  public static TemplateException withoutPlace(String text) {
    return new TemplateException(
        Problem.error("executing a template", GoString.decode(text)),
        List.of(),
        text,
        text,
        Optional.empty());
  }

  private static Problem problem(List<TemplateFrame> frames, String reason) {
    List<Problem.Frame> trail = new ArrayList<>();
    for (TemplateFrame caller : frames.reversed().subList(1, frames.size())) {
      trail.add(new Problem.Frame(GoString.decode(caller.source()), caller.position()));
    }
    return Problem.error(
            "executing template " + GoString.decode(frames.getFirst().template()),
            GoString.decode(reason))
        .withPlace(frames.getLast().position())
        .withExcerpt(GoString.decode(frames.getLast().text()))
        .withTrail(trail);
  }

  /** The places of the failure, outermost first; only what has no place at all has none. */
  public List<TemplateFrame> frames() {
    return frames;
  }

  /** Whether the text does not parse, and no template that was being executed gave it. */
  public boolean isParseError() {
    return frames.size() == 1 && frames.getFirst().byteColumn() < 0;
  }

  /** Go's text of the whole failure, a byte string. */
  public String goText() {
    return goText;
  }

  /** Go's text of the innermost failure without its place, a byte string. */
  public String reason() {
    return reason;
  }

  /** The error of the function that failed, where it was one and not the evaluator itself. */
  public Optional<GoError> origin() {
    return origin;
  }
}
