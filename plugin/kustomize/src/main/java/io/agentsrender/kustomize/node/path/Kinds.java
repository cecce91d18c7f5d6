package io.agentsrender.kustomize.node.path;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.NodeKind;
import org.jspecify.annotations.Nullable;

/** What kind of node an operation needs. */
public final class Kinds {
  private Kinds() {}

  /**
   * Refuses a node of another kind; a null fits everywhere (kyaml ErrorIfInvalid). The error does
   * not quote the node, as kustomize's does: it may belong to a Secret.
   *
   * @throws BuildFailure {@code wrong node kind: ...}
   */
  public static void require(@Nullable MutableNode node, NodeKind kind) {
    MutableNode present = Fields.present(node);
    if (present == null || present.is(kind)) {
      return;
    }
    throw BuildFailure.of(
            "wrong node kind: expected " + kind.goName() + " but got " + present.kind().goName())
        .at(present.position());
  }
}
