package io.agentsrender.helm.engine;

import io.agentsrender.gotemplate.fmt.Quotes;
import io.agentsrender.gotemplate.function.TemplateException;
import io.agentsrender.gotemplate.function.TemplateFrame;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.helm.engine.function.HelmFunctions;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.util.List;
import java.util.Optional;

/**
 * Words the failure of a template as Helm does (engine.go, cleanupParseError, cleanupExecError and
 * reformatExecErrorMsg).
 */
final class TemplateFailure {
  private final HelmProfile profile;
  private final TemplatePlaces places;

  TemplateFailure(HelmProfile profile, TemplatePlaces places) {
    this.profile = profile;
    this.places = places;
  }

  RenderException of(TemplateException failure) {
    Problem problem = failure.problems().getFirst();
    Problem worded = problem.withReason(GoString.decode(text(failure)));
    String advice = advice(failure);
    return new RenderException(places.relocate(worded).withAdvice(advice), failure);
  }

  private static String advice(TemplateException failure) {
    return isParsing(failure)
        ? "Correct the template; the place is where the parser noticed."
        : "Look at the template and at the values it reads there.";
  }

  private static boolean isParsing(TemplateException failure) {
    return failure.frames().size() == 1 && failure.frames().getFirst().byteColumn() < 0;
  }

  private String text(TemplateException failure) {
    if (failure.frames().isEmpty()) {
      return failure.goText();
    }
    TemplateFrame outermost = failure.frames().getFirst();
    if (isParsing(failure)) {
      String reason = failure.reason();
      return "parse error at ("
          + outermost.location()
          + "): "
          + reason.substring(reason.lastIndexOf(": ") < 0 ? 0 : reason.lastIndexOf(": ") + 2);
    }
    String text = failure.goText();
    int start = text.indexOf(HelmFunctions.MESSAGE_START);
    int end = text.lastIndexOf(HelmFunctions.MESSAGE_END);
    if (start >= 0 && end >= start) {
      return "execution error at ("
          + outermost.location()
          + "): "
          + text.substring(start + HelmFunctions.MESSAGE_START.length(), end);
    }
    return profile.isHelm4() ? layeredText(failure).orElse(text) : text;
  }

  /**
   * Helm 4 puts each call on lines of its own, unless one of the errors is a function's: then the
   * text stays as Go has it.
   */
  private static Optional<String> layeredText(TemplateException failure) {
    StringBuilder layers = new StringBuilder();
    String rest = failure.goText();
    List<TemplateFrame> frames = failure.frames();
    for (int i = 0; i < frames.size(); i++) {
      TemplateFrame frame = frames.get(i);
      String call = "executing " + Quotes.quote(frame.template()) + " at <" + frame.source() + ">:";
      String prefix = "template: " + frame.location() + ": " + call + " ";
      if (!rest.startsWith(prefix)) {
        return Optional.empty();
      }
      rest = rest.substring(prefix.length());
      int inner = rest.indexOf(" template:");
      String message = inner < 0 ? rest : rest.substring(0, inner);
      if (message.startsWith("error calling tpl: " + HelmFunctions.TPL_FAILURE)) {
        return Optional.empty();
      }
      layers.append(frame.location()).append("\n  ").append(call);
      layers.append("\n    ").append(message).append('\n');
      if (inner >= 0) {
        rest = rest.substring(inner + 1);
      } else if (i < frames.size() - 1) {
        return Optional.empty();
      }
    }
    boolean withoutPlace = rest.startsWith("template: no template ");
    if (withoutPlace) {
      layers.append(rest);
    }
    return failure.origin().isPresent() && !withoutPlace
        ? Optional.empty()
        : Optional.of(layers.toString().strip());
  }
}
