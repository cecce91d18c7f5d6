package io.agentsrender.server.rpc;

import io.agentsrender.proto.plugin.ManifestRequestMetadata;
import io.agentsrender.proto.plugin.RepositoryResponse;
import io.agentsrender.server.intake.TreeLease;
import io.agentsrender.server.observe.EventLog;
import io.agentsrender.server.observe.RenderRecord;
import io.agentsrender.server.plugin.Discovery;
import io.agentsrender.server.request.RequestReader;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.util.List;

/** One MatchRepository call of a plugin with discovery. */
final class MatchCall implements Reception {
  private final Discovery discovery;
  private final Workshop workshop;
  private final Answer<RepositoryResponse> answer;
  private final RenderRecord record;

  MatchCall(
      Discovery discovery,
      Workshop workshop,
      Answer<RepositoryResponse> answer,
      RenderRecord record) {
    this.discovery = discovery;
    this.workshop = workshop;
    this.answer = answer;
    this.record = record;
  }

  @Override
  public void announced(ManifestRequestMetadata metadata) {
    record
        .fact("application", workshop.requests().name(metadata))
        .fact("path", metadata.getAppRelPath());
  }

  @Override
  public void received(ManifestRequestMetadata metadata, TreeLease lease, long bytes) {
    try (lease) {
      boolean supported = discovery.matches(lease.archive().tree(), RequestReader.folder(metadata));
      record.fact("supported", supported).log(workshop.log(), EventLog.Level.DEBUG, "matched");
      answer.give(
          RepositoryResponse.newBuilder()
              .setIsDiscoveryEnabled(true)
              .setIsSupported(supported)
              .build());
    } catch (RenderException e) {
      failed(FailureCause.CONTENT, e.problems());
    }
  }

  @Override
  public void failed(FailureCause cause, List<Problem> problems) {
    if (answer.fail(problems)) {
      record
          .fact("cause", cause.word())
          .fact("error", problems.getFirst().reason())
          .log(workshop.log(), EventLog.Level.ERROR, "match failed");
    }
  }

  /** A match is done in the moment in which the last byte has come. */
  @Override
  public void expired() {}

  @Override
  public void stopping() {}

  @Override
  public void cancelled() {
    if (answer.withdraw()) {
      record.log(workshop.log(), EventLog.Level.WARNING, "match cancelled by the repo-server");
    }
  }
}
