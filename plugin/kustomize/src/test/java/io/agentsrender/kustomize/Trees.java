package io.agentsrender.kustomize;

import io.agentsrender.source.Content;
import io.agentsrender.source.SourceTree;
import java.util.LinkedHashMap;
import java.util.Map;

/** Trees for tests, written as paths and texts in turn. */
final class Trees {
  private Trees() {}

  static SourceTree of(String... pathsAndTexts) {
    Map<String, Content> files = new LinkedHashMap<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      files.put(pathsAndTexts[i], Content.ofText(pathsAndTexts[i + 1]));
    }
    return SourceTree.of(files);
  }
}
