package io.agentsrender.policy.scope;

/**
 * One transformation of finished objects. It is idempotent, it leaves the order of the objects
 * alone, and where its settings are off it gives back the very objects it was given.
 */
public interface Policy {
  Outcome apply(Rendering rendering);
}
