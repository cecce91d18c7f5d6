package io.agentsrender.gitops.component;

import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;

/** The names under which a folder says that it is a component. */
public final class ComponentFile {
  public static final String NAME = "component.yaml";

  /** Under this name no generator finds it: the component is switched off. */
  public static final String DISABLED_NAME = "component.disabled.yaml";

  private ComponentFile() {}

  public static boolean isIn(SourceTree tree, String folder) {
    return tree.file(TreePath.join(folder, NAME)).isPresent();
  }

  /** Whether the folder has a component that is switched off, and none that is not. */
  public static boolean isDisabledIn(SourceTree tree, String folder) {
    return !isIn(tree, folder) && tree.file(TreePath.join(folder, DISABLED_NAME)).isPresent();
  }

  /** Whether a file of that name describes a component rather than being part of it. */
  public static boolean is(String name) {
    return name.equals(NAME) || name.equals(DISABLED_NAME);
  }
}
