package io.agentsrender.check.image;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.check.rule.Rule;
import io.agentsrender.check.subject.Subject;
import io.agentsrender.policy.image.ImageReference;
import io.agentsrender.policy.image.ImageUse;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** In production, images do not change under their names. */
public final class MutableTagRule implements Rule {
  private static final RuleCard CARD =
      new RuleCard(
          "image-mutable-tag",
          Level.ERROR,
          "In an environment marked as production no image has a tag that moves.");

  /** One or two numbers of a version, which move with every release below them. */
  private static final Pattern SHORT_VERSION = Pattern.compile("v?\\d{1,3}(?:\\.\\d{1,3})?");

  private static final Pattern DIGIT = Pattern.compile("\\d");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> found) {
    if (!subject.isProduction()) {
      return;
    }
    for (ImageUse use : subject.images()) {
      ImageReference image = ImageReference.parse(use.image());
      if (!image.digest().isEmpty()) {
        continue;
      }
      if (image.tag().isEmpty()) {
        found.accept(finding(use, subject, "has no tag, so that it runs whatever is latest"));
      } else if (!DIGIT.matcher(image.tag()).find()) {
        found.accept(finding(use, subject, "has the tag \"" + image.tag() + "\", which moves"));
      } else if (SHORT_VERSION.matcher(image.tag()).matches()) {
        found.accept(
            finding(
                    use,
                    subject,
                    "has the tag \""
                        + image.tag()
                        + "\", which usually moves with every release of that version")
                .withLevel(Level.WARNING));
      }
    }
  }

  private static Finding finding(ImageUse use, Subject subject, String what) {
    return ImageFindings.of(
            CARD,
            "the image \""
                + use.image()
                + "\" of "
                + ImageFindings.describe(use)
                + " "
                + what
                + "; \""
                + subject.environment().orElse("")
                + "\" is production",
            use,
            "tag",
            subject)
        .withAdvice("Name one version or commit, and best its digest, too.");
  }
}
