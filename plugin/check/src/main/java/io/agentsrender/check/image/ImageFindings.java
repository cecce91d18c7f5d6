package io.agentsrender.check.image;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.check.subject.ObjectPlaces;
import io.agentsrender.check.subject.Subject;
import io.agentsrender.policy.image.ImageUse;
import io.agentsrender.source.Position;
import java.util.Optional;

/** Findings about the image of a container. */
final class ImageFindings {
  private ImageFindings() {}

  static String describe(ImageUse use) {
    return "container " + use.container() + " of " + use.workload();
  }

  /**
   * A finding at the value that made the image, where that is known, else where the image stands.
   *
   * @param part of the image: {@code repository}, {@code tag} or {@code digest}
   */
  static Finding of(RuleCard card, String message, ImageUse use, String part, Subject subject) {
    Optional<ObjectPlaces.Located> located = subject.locate(use.place());
    Optional<Position> value =
        use.parts().stream()
            .filter(found -> found.field().equals(part))
            .map(ImageUse.Part::place)
            .findFirst();
    Finding finding =
        card.finding(message)
            .withPlace(
                value.or(() -> located.map(ObjectPlaces.Located::place)).orElse(use.place()));
    return located.map(found -> finding.withObject(found.object())).orElse(finding);
  }
}
