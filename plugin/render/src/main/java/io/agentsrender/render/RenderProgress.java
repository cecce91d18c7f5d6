package io.agentsrender.render;

import io.agentsrender.render.plan.Plan;

/** How far a render is, for whoever measures it: the core itself has no clock. */
public interface RenderProgress {
  /** Where nobody watches. */
  RenderProgress UNWATCHED =
      new RenderProgress() {
        @Override
        public void planned(Plan plan) {}

        @Override
        public void rendered() {}
      };

  /** It is known what is to be rendered. */
  void planned(Plan plan);

  /** The objects are there; what is left is what policies make of them. */
  void rendered();
}
