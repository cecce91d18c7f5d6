package io.agentsrender.check.finding;

import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.source.Position;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a rule found. No part of it but the object itself, which is never printed, may
 * carry the content of a Secret.
 *
 * @param message what is wrong, with the offending value
 * @param place where it stands
 * @param excerpt the line at {@code place}; absent where it might show a secret
 * @param advice what to do about it
 * @param object that it is about; suppressions may name it
 */
public record Finding(
    RuleCard rule,
    Level level,
    String message,
    Optional<Position> place,
    Optional<String> excerpt,
    Optional<String> advice,
    Optional<KubernetesObject> object) {

  public Finding withLevel(Level level) {
    return new Finding(rule, level, message, place, excerpt, advice, object);
  }

  public Finding withPlace(@Nullable Position place) {
    return new Finding(rule, level, message, Optional.ofNullable(place), excerpt, advice, object);
  }

  public Finding withExcerpt(@Nullable String excerpt) {
    return new Finding(rule, level, message, place, Optional.ofNullable(excerpt), advice, object);
  }

  public Finding withAdvice(@Nullable String advice) {
    return new Finding(rule, level, message, place, excerpt, Optional.ofNullable(advice), object);
  }

  public Finding withObject(KubernetesObject object) {
    return new Finding(rule, level, message, place, excerpt, advice, Optional.of(object));
  }
}
