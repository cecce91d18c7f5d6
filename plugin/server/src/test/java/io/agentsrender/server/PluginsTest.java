package io.agentsrender.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Empty;
import io.agentsrender.proto.plugin.RepositoryResponse;
import io.agentsrender.proto.repository.ParameterAnnouncement;
import io.agentsrender.proto.version.VersionServiceGrpc;
import io.agentsrender.render.parameter.Parameter;
import io.agentsrender.render.parameter.ParameterTable;
import io.agentsrender.server.fake.Checkout;
import io.agentsrender.server.fake.FakeRepoServer;
import io.agentsrender.server.fake.Sending;
import io.agentsrender.server.fake.TestServer;
import io.agentsrender.server.plugin.PluginDefinition;
import io.agentsrender.server.plugin.PluginFile;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the server says of its plugins. */
@Timeout(300)
class PluginsTest {
  private static final Checkout CHECKOUT =
      new Checkout()
          .configMap("apps/web/config.yaml", "web", "yes")
          .file("apps/chart/sub/Chart.yaml", "name: chart\n");

  private static PluginDefinition plugin(String name, String spec) {
    String file =
        "apiVersion: argoproj.io/v1alpha1\nkind: ConfigManagementPlugin\nmetadata:\n  name: "
            + name
            + "\nspec:\n"
            + spec;
    return PluginFile.read(file, "plugin.yaml").plugins().getFirst();
  }

  @Test
  void servesSeveralNamesFromOneProcess() {
    PluginDefinition plain = plugin("plain", "  provideGitCreds: true\n");
    PluginDefinition charts =
        plugin("charts", "  version: v1.0\n  discover:\n    find:\n      glob: '**/Chart.yaml'\n");
    try (TestServer server = TestServer.start(plain, charts)) {
      try (FakeRepoServer repoServer = new FakeRepoServer(server.socket("plain"))) {
        assertThat(repoServer.check().getIsDiscoveryConfigured()).isFalse();
        assertThat(repoServer.check().getProvideGitCreds()).isTrue();
      }
      try (FakeRepoServer repoServer = new FakeRepoServer(server.socket("charts-v1.0"))) {
        assertThat(repoServer.check().getIsDiscoveryConfigured()).isTrue();
        assertThat(repoServer.check().getProvideGitCreds()).isFalse();
        assertThat(repoServer.match(Sending.of(CHECKOUT, "web", "apps/web")).join())
            .isEqualTo(RepositoryResponse.newBuilder().setIsDiscoveryEnabled(true).build());
        assertThat(repoServer.match(Sending.of(CHECKOUT, "chart", "apps/chart")).join())
            .isEqualTo(
                RepositoryResponse.newBuilder()
                    .setIsDiscoveryEnabled(true)
                    .setIsSupported(true)
                    .build());
        assertThat(
                repoServer
                    .syncAsNewRelease(Sending.of(CHECKOUT, "web", "apps/web"))
                    .getManifestsCount())
            .isEqualTo(1);
      }
    }
  }

  @Test
  void withoutDiscoveryNothingMatchesAndNothingFails() {
    try (TestServer server = TestServer.start();
        FakeRepoServer repoServer = server.connect()) {
      assertThat(repoServer.match(Sending.of(CHECKOUT, "web", "missing")).join())
          .isEqualTo(RepositoryResponse.getDefaultInstance());
      assertThat(server.server().usage().trees().trees()).isZero();
    }
  }

  @Test
  void announcesTheTableAndThePluginsOwnParameters() {
    PluginDefinition plugin =
        plugin(
            "own",
            """
              parameters:
                static:
                  - name: strict
                    title: Careful
                    string: "true"
                  - name: regions
                    collectionType: array
                    array: [eu, us]
            """
                .indent(-2)
                .indent(2));
    try (TestServer server = TestServer.start(plugin);
        FakeRepoServer repoServer = new FakeRepoServer(server.socket("own"))) {
      List<ParameterAnnouncement> announced =
          repoServer
              .announcements(Sending.of(CHECKOUT, "web", "apps/web"))
              .join()
              .getParameterAnnouncementsList();
      assertThat(announced)
          .extracting(ParameterAnnouncement::getName)
          .doesNotHaveDuplicates()
          .containsAll(ParameterTable.all().stream().map(Parameter::name).toList())
          .endsWith("strict", "regions");
      assertThat(announced.getLast().getArrayList()).containsExactly("eu", "us");
    }
  }

  @Test
  void saysWhatItServesWithin() {
    try (TestServer server = TestServer.start(ServerLimits.defaults().withParallelism(7))) {
      assertThat(server.log().text().lines().findFirst().orElseThrow())
          .startsWith(
              "{\"level\":\"info\",\"msg\":\"serving\",\"plugin\":\"agents-render\",\"version\":\"0.0.0-test\",")
          .contains("\"socket\":\"" + server.socket() + "\"")
          .contains("\"parallelism\":7,", "\"heapBytes\":", "\"maxTreeBytes\":")
          .contains("\"maxSeconds\":300,\"graceSeconds\":25,")
          .contains("\"traces\":false");
    }
  }

  @Test
  void offersHealthReflectionAndVersion() {
    try (TestServer server = TestServer.start();
        FakeRepoServer repoServer = server.connect()) {
      assertThat(
              HealthGrpc.newBlockingStub(repoServer.channel())
                  .check(HealthCheckRequest.getDefaultInstance())
                  .getStatus())
          .isEqualTo(ServingStatus.SERVING);
      assertThat(
              HealthGrpc.newBlockingStub(repoServer.channel())
                  .check(
                      HealthCheckRequest.newBuilder()
                          .setService("plugin.ConfigManagementPluginService")
                          .build())
                  .getStatus())
          .isEqualTo(ServingStatus.SERVING);
      assertThat(
              VersionServiceGrpc.newBlockingStub(repoServer.channel())
                  .version(Empty.getDefaultInstance())
                  .getVersion())
          .isEqualTo("agents-render 0.0.0-test");
      assertThat(services(repoServer))
          .contains(
              "plugin.ConfigManagementPluginService",
              "version.VersionService",
              "grpc.health.v1.Health");
    }
  }

  private static List<String> services(FakeRepoServer repoServer) {
    CompletableFuture<List<String>> names = new CompletableFuture<>();
    StreamObserver<ServerReflectionRequest> requests =
        ServerReflectionGrpc.newStub(repoServer.channel())
            .serverReflectionInfo(
                new StreamObserver<>() {
                  @Override
                  public void onNext(ServerReflectionResponse response) {
                    names.complete(
                        response.getListServicesResponse().getServiceList().stream()
                            .map(service -> service.getName())
                            .toList());
                  }

                  @Override
                  public void onError(Throwable cause) {
                    names.completeExceptionally(cause);
                  }

                  @Override
                  public void onCompleted() {}
                });
    requests.onNext(ServerReflectionRequest.newBuilder().setListServices("*").build());
    requests.onCompleted();
    return names.join();
  }
}
