package io.agentsrender.server.rpc;

import com.google.protobuf.Empty;
import io.agentsrender.proto.plugin.AppStreamRequest;
import io.agentsrender.proto.plugin.CheckPluginConfigurationResponse;
import io.agentsrender.proto.plugin.ConfigManagementPluginServiceGrpc.ConfigManagementPluginServiceImplBase;
import io.agentsrender.proto.plugin.ManifestResponse;
import io.agentsrender.proto.plugin.ParametersAnnouncementResponse;
import io.agentsrender.proto.plugin.RepositoryResponse;
import io.agentsrender.server.observe.RenderRecord;
import io.agentsrender.server.plugin.Discovery;
import io.agentsrender.server.plugin.PluginDefinition;
import io.agentsrender.server.schedule.AlarmClock;
import io.agentsrender.server.schedule.Deadline;
import io.grpc.Context;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The plugin service of one plugin: one socket, one name. */
public final class PluginService extends ConfigManagementPluginServiceImplBase {
  private final PluginDefinition plugin;
  private final Workshop workshop;
  private final CheckPluginConfigurationResponse configuration;
  private final ParametersAnnouncementResponse announcements;

  public PluginService(PluginDefinition plugin, Workshop workshop) {
    this.plugin = plugin;
    this.workshop = workshop;
    this.configuration =
        CheckPluginConfigurationResponse.newBuilder()
            .setIsDiscoveryConfigured(plugin.discovery().isConfigured())
            .setProvideGitCreds(plugin.provideGitCreds())
            .build();
    this.announcements =
        ParametersAnnouncementResponse.newBuilder()
            .addAllParameterAnnouncements(Announcements.of(plugin))
            .build();
  }

  @Override
  public void checkPluginConfiguration(
      Empty request, StreamObserver<CheckPluginConfigurationResponse> responses) {
    responses.onNext(configuration);
    responses.onCompleted();
  }

  @Override
  public StreamObserver<AppStreamRequest> generateManifest(
      StreamObserver<ManifestResponse> responses) {
    ServerCallStreamObserver<ManifestResponse> call = asCall(responses);
    Deadline deadline = deadline();
    RenderRecord record = workshop.record("GenerateManifest");
    return receive(
        call, deadline, new GenerateCall(workshop, new Answer<>(call), deadline, record));
  }

  @Override
  public StreamObserver<AppStreamRequest> matchRepository(
      StreamObserver<RepositoryResponse> responses) {
    ServerCallStreamObserver<RepositoryResponse> call = asCall(responses);
    Answer<RepositoryResponse> answer = new Answer<>(call);
    Discovery discovery = plugin.discovery();
    if (!discovery.isConfigured()) {
      return new StreamDrain(() -> answer.give(RepositoryResponse.getDefaultInstance()));
    }
    RenderRecord record = workshop.record("MatchRepository");
    return receive(call, deadline(), new MatchCall(discovery, workshop, answer, record));
  }

  @Override
  public StreamObserver<AppStreamRequest> getParametersAnnouncement(
      StreamObserver<ParametersAnnouncementResponse> responses) {
    Answer<ParametersAnnouncementResponse> answer = new Answer<>(asCall(responses));
    return new StreamDrain(() -> answer.give(announcements));
  }

  private ArchiveReceiver receive(
      ServerCallStreamObserver<?> call, Deadline deadline, Reception reception) {
    ArchiveReceiver receiver = new ArchiveReceiver(call, workshop.store(), reception);
    Duration left = deadline.left();
    // The archive still has to pass after the waiting for memory was given up.
    AlarmClock clock = workshop.clock();
    AlarmClock.Alarm patience =
        clock.after(left.multipliedBy(3).dividedBy(4), receiver::stopWaiting);
    AlarmClock.Alarm end =
        clock.after(
            left,
            () -> {
              if (!receiver.stopReceiving(FailureCause.DEADLINE, "it did not come in time")) {
                reception.expired();
              }
            });
    Runnable leave =
        workshop
            .calls()
            .enter(() -> {
              if (!receiver.stopReceiving(FailureCause.STOPPED, "the plugin is being stopped")) {
                reception.stopping();
              }
            });
    Runnable over =
        () -> {
          patience.cancel();
          end.cancel();
          leave.run();
        };
    call.setOnCloseHandler(over);
    call.setOnCancelHandler(() -> {
      over.run();
      receiver.cancel();
      reception.cancelled();
    });
    return receiver;
  }

  private Deadline deadline() {
    Optional<Duration> clients =
        Optional.ofNullable(Context.current().getDeadline())
            .map(deadline -> Duration.ofNanos(deadline.timeRemaining(TimeUnit.NANOSECONDS)));
    return Deadline.of(clients, workshop.timeout(), workshop.clock());
  }

  /** gRPC hands every service method one of these. */
  private static <R> ServerCallStreamObserver<R> asCall(StreamObserver<R> responses) {
    return (ServerCallStreamObserver<R>) responses;
  }
}
