package io.agentsrender.kustomize.selector;

import io.agentsrender.kustomize.identity.ResourceId;

/**
 * What a patch or replacement is for (api/types/selector.go).
 *
 * @param id its parts are regular expressions; empty ones stand for anything
 * @param annotationSelector in the syntax of label selectors
 */
public record ResourceSelector(ResourceId id, String annotationSelector, String labelSelector) {

  /** {@code id:a=annotations:l=labels}. */
  @Override
  public String toString() {
    return id + ":a=" + annotationSelector + ":l=" + labelSelector;
  }
}
