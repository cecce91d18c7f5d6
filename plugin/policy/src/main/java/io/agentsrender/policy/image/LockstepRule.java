package io.agentsrender.policy.image;

import io.agentsrender.policy.scope.Outcome;
import io.agentsrender.policy.scope.Policy;
import io.agentsrender.policy.scope.Rendering;
import io.agentsrender.policy.scope.Scope;
import io.agentsrender.policy.scope.Topic;
import io.agentsrender.policy.scope.UnknownNames;
import io.agentsrender.policy.settings.ImageComponent;
import io.agentsrender.policy.settings.Lockstep;
import io.agentsrender.policy.settings.PlacedText;
import io.agentsrender.policy.workload.ComponentTarget;
import io.agentsrender.source.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Components that go together are of the same commit, and every one is pinned by digest. A tag is a
 * commit in short or in full, with or without {@code sha-} before it.
 */
public final class LockstepRule implements Policy {
  private static final String TRIED = "applying imagePolicy.lockstep";
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,64}");

  @Override
  public Outcome apply(Rendering rendering) {
    List<Problem> problems = new ArrayList<>();
    UnknownNames unknown = new UnknownNames();
    for (Scope scope : rendering.scopes()) {
      Optional<Lockstep> lockstep = scope.settings().images().lockstep();
      if (lockstep.isPresent() && holds(lockstep.get(), rendering)) {
        check(rendering, scope, lockstep.get(), unknown, problems);
      }
    }
    unknown.names().forEach(name -> problems.add(absent(name)));
    return new Outcome(rendering.objects(), problems);
  }

  private static boolean holds(Lockstep lockstep, Rendering rendering) {
    Optional<String> environment = rendering.facts().environment();
    return lockstep.environments().isEmpty()
        || lockstep.environments().stream()
            .anyMatch(wanted -> environment.map(wanted.text()::equals).orElse(false));
  }

  private static void check(
      Rendering rendering,
      Scope scope,
      Lockstep lockstep,
      UnknownNames unknown,
      List<Problem> problems) {
    Map<String, ImageReference> images = new LinkedHashMap<>();
    for (PlacedText name : lockstep.components()) {
      ImageComponent component = component(scope, name);
      Optional<ImageReference> image =
          ComponentTarget.find(rendering, scope, component)
              .flatMap(ImageRules::image)
              .map(ImageReference::parse);
      unknown.saw(name, image.isPresent() || ComponentTarget.isOff(scope, component));
      image.ifPresent(found -> images.put(name.text(), found));
    }
    Optional<String> first =
        images.keySet().stream().filter(name -> !lockstep.mayDiffer(name)).findFirst();
    images.forEach((name, image) -> {
      if (!image.isPinned()) {
        problems.add(unpinned(name, image, lockstep));
      }
      if (image.tag().isEmpty()) {
        problems.add(untagged(name, image, lockstep));
      }
      first
          .filter(other -> !lockstep.mayDiffer(name))
          .filter(other -> !sameCommit(images.getOrDefault(other, image), image))
          .ifPresent(other ->
              problems.add(apart(other, images.getOrDefault(other, image), name, image, lockstep)));
    });
  }

  private static ImageComponent component(Scope scope, PlacedText name) {
    return ComponentTarget.components(scope).stream()
        .filter(it -> it.name().text().equals(name.text()))
        .findFirst()
        .orElseGet(() ->
            new ImageComponent(
                name,
                Optional.empty(),
                Optional.empty(),
                new PlacedText(name + ".image", name.at())));
  }

  private static boolean sameCommit(ImageReference left, ImageReference right) {
    String one = commit(left.tag());
    String two = commit(right.tag());
    boolean commits = COMMIT.matcher(one).matches() && COMMIT.matcher(two).matches();
    return one.equals(two) || commits && (one.startsWith(two) || two.startsWith(one));
  }

  private static String commit(String tag) {
    return tag.startsWith("sha-") ? tag.substring("sha-".length()) : tag;
  }

  private static Problem unpinned(String name, ImageReference image, Lockstep lockstep) {
    return Problem.error(TRIED, name + " runs \"" + image + "\" and has no digest")
        .withTopic(Topic.LOCKSTEP)
        .withPlace(lockstep.at())
        .withAdvice("Pin every component that is in lockstep by digest.");
  }

  private static Problem untagged(String name, ImageReference image, Lockstep lockstep) {
    return Problem.error(TRIED, name + " runs \"" + image + "\" and has no tag")
        .withTopic(Topic.LOCKSTEP)
        .withPlace(lockstep.at())
        .withAdvice("Keep the tag beside the digest: it tells of which commit the image is.");
  }

  private static Problem apart(
      String one, ImageReference imageOfOne, String two, ImageReference imageOfTwo, Lockstep rule) {
    return Problem.error(
            TRIED,
            one
                + " is of \""
                + imageOfOne.tag()
                + "\" and "
                + two
                + " of \""
                + imageOfTwo.tag()
                + "\": they are to be of the same commit")
        .withTopic(Topic.LOCKSTEP)
        .withPlace(rule.at())
        .withAdvice(
            "Promote both in one change, or name one in imagePolicy.lockstep.allowCanary for the"
                + " time of the promotion.");
  }

  private static Problem absent(PlacedText name) {
    return Problem.error(TRIED, "no workload answers to \"" + name + "\"")
        .withTopic(Topic.LOCKSTEP)
        .withPlace(name.at());
  }
}
