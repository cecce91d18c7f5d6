package io.agentsrender.server.rpc;

import io.agentsrender.proto.plugin.ManifestRequestMetadata;
import io.agentsrender.server.intake.TreeLease;
import io.agentsrender.source.Problem;
import java.util.List;

/** What becomes of a call: told by the receiver of its stream, by the clock and by its client. */
interface Reception {
  /** Whose archive is about to come. */
  void announced(ManifestRequestMetadata metadata);

  /**
   * Everything has come, and is as announced.
   *
   * @param lease to be closed by the callee
   * @param bytes of the archive, packed
   */
  void received(ManifestRequestMetadata metadata, TreeLease lease, long bytes);

  /** Everything has come, and something is wrong with it. */
  void failed(FailureCause cause, List<Problem> problems);

  /** The time is over after everything has come: the client still reads an answer. */
  void expired();

  /** The server stops, and waits no longer; the client still reads an answer. */
  void stopping();

  /** The client is gone; nobody waits for an answer. This may come at any time. */
  void cancelled();
}
