package io.agentsrender.render.values;

import java.util.List;

/**
 * The value files of a release.
 *
 * @param files in rising precedence
 * @param uses what became of every file that was asked for
 */
public record ResolvedValueFiles(List<ValueFile> files, List<ValueFileUse> uses) {
  public ResolvedValueFiles {
    files = List.copyOf(files);
    uses = List.copyOf(uses);
  }
}
