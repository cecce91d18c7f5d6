package io.agentsrender.gitops.applicationset.template;

import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.source.RenderException;

/** Fills in one text with parameters: Replace of Argo CD's applicationset/utils. */
public interface TextTemplates {
  /**
   * The text with its templates filled in.
   *
   * @param parameters Go values; texts in them are byte strings
   * @throws RenderException where the text does not parse or fails, with the words of Argo CD
   */
  String fill(String text, GoMap parameters);

  /** Whether parameters keep their structure, as Go templates need them. */
  boolean isGoTemplate();
}
