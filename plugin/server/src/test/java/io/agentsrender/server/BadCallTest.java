package io.agentsrender.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.agentsrender.proto.plugin.AppStreamRequest;
import io.agentsrender.proto.plugin.ManifestResponse;
import io.agentsrender.server.fake.Checkout;
import io.agentsrender.server.fake.FakeRepoServer;
import io.agentsrender.server.fake.Patience;
import io.agentsrender.server.fake.Sending;
import io.agentsrender.server.fake.TarGz;
import io.agentsrender.server.fake.TestServer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls that cannot be answered: each gets a reason, and the next one is none the worse. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadCallTest {
  private static final Checkout CHECKOUT =
      new Checkout().configMap("apps/web/config.yaml", "web", "yes").file("README.md", "hello");
  private static final byte[] NONE = {};
  private static final Sending GOOD = Sending.of(CHECKOUT, "web", "apps/web");

  private final TestServer server = TestServer.start();
  private final FakeRepoServer repoServer = server.connect();

  @AfterAll
  void stop() {
    repoServer.close();
    server.close();
  }

  @AfterEach
  void nextCallIsUnaffected() {
    assertThat(repoServer.generate(GOOD).join().getManifestsCount()).isEqualTo(1);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        of("a path that is missing", GOOD.withPath("apps/wbe"), "no such folder", "apps/web"),
        of("a path that is a file", GOOD.withPath("README.md"), "it is a file", "(README.md)"),
        of("a path outside", GOOD.withPath("../other"), "leads out of the repository"),
        of(
            "an unknown parameter",
            GOOD.withParameters("[{\"name\":\"values-file\",\"string\":\"a.yaml\"}]"),
            "there is no parameter \"values-file\"",
            "Did you mean \"values-files\"?"),
        of(
            "a parameter of the wrong kind",
            GOOD.withParameters("[{\"name\":\"values-files\",\"string\":\"a.yaml\"}]"),
            "takes an array, not a string"),
        of(
            "parameters that are no JSON",
            GOOD.withParameters("[{\"name\": }]"),
            "ARGOCD_APP_PARAMETERS: it is no JSON (ARGOCD_APP_PARAMETERS:1:"),
        of("parameters that are no list", GOOD.withParameters("{}"), "it is no list"),
        of(
            "parameters with something behind",
            GOOD.withParameters("[] []"),
            "ARGOCD_APP_PARAMETERS: it is no JSON"),
        of(
            "a nested value",
            GOOD.withParameters("[{\"name\":\"values\",\"string\":{\"a\":1}}]"),
            "a value that should be a string is none"),
        of("a wrong checksum", GOOD.withChecksum("0".repeat(64)), "was announced"),
        of("no checksum", GOOD.withChecksum(""), "\"\" was announced"),
        of(
            "an archive that is none",
            Sending.of("hello".getBytes(UTF_8), "web", "web"),
            "it is not a gzip stream"),
        of("no archive", Sending.of(new byte[0], "web", "web"), "it is empty"),
        of(
            "a cut archive with its own checksum",
            Sending.of(Arrays.copyOf(CHECKOUT.pack(), 150), "web", "apps/web"),
            "its gzip stream is cut off"),
        of(
            "a parent step",
            packed(tar -> tar.entry("../a", '0', "", NONE)),
            "has \"..\" in its name"),
        of("a link out", packed(tar -> tar.entry("a", '2', "../x", NONE)), "leads out of"),
        of("a device", packed(tar -> tar.entry("a", '3', "", NONE)), "neither a file, a folder"),
        of(
            "a file through a link",
            packed(tar -> tar.entry("a", '2', "b", NONE).entry("a/x", '0', "", NONE)),
            "stands below the symbolic link \"a\""),
        of(
            "a name twice",
            packed(tar -> tar.entry("a", '0', "", NONE).entry("a", '0', "", NONE)),
            "comes twice"),
        of(
            "a bomb",
            packed(tar -> tar.header("zeros", '0', "", 64 << 20).zeros(64 << 20)),
            "more than 200 times its size",
            "AGENTS_RENDER_MAX_ARCHIVE_RATIO"),
        of(
            "an application without manifests",
            Sending.of(new Checkout().file("apps/web/notes.txt", ""), "web", "apps/web"),
            "no objects",
            "allow-empty"));
  }

  private static Sending packed(UnaryOperator<TarGz> entries) {
    return Sending.of(entries.apply(new TarGz()).bytes(), "web", ".");
  }

  private static Arguments of(String name, Sending sending, String... parts) {
    return Arguments.of(name, sending, List.of(parts));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void refused(String name, Sending sending, List<String> parts) {
    assertThatThrownBy(() -> repoServer.generate(sending).join())
        .as(name)
        .isInstanceOf(CompletionException.class)
        .hasMessageContaining("UNKNOWN: ")
        .hasMessageContainingAll(parts.toArray(CharSequence[]::new))
        .hasMessageNotContaining("\tat ");
  }

  @Test
  void refusesAnArchiveWithoutMetadata() {
    AppStreamRequest chunk = FakeRepoServer.chunk(GOOD.archive());
    assertThatThrownBy(() -> repoServer.generate(List.of(chunk, chunk)).join())
        .hasMessageContaining("before the metadata");
  }

  @Test
  void refusesMetadataTwice() {
    AppStreamRequest metadata = GOOD.metadataMessage();
    AppStreamRequest chunk = FakeRepoServer.chunk(GOOD.archive());
    assertThatThrownBy(() -> repoServer.generate(List.of(metadata, chunk, metadata, chunk)).join())
        .hasMessageContaining("the metadata comes twice");
  }

  @Test
  void refusesAnEmptyStreamAndAnEmptyMessage() {
    assertThatThrownBy(() -> repoServer.generate(List.of()).join())
        .hasMessageContaining("the stream ends before the metadata");
    assertThatThrownBy(
            () -> repoServer.generate(List.of(AppStreamRequest.getDefaultInstance())).join())
        .hasMessageContaining("neither metadata nor a part of the archive");
  }

  /** An early answer would reach the user as "error sending stream: EOF". */
  @Test
  void readsToTheEndBeforeItRefuses() {
    List<AppStreamRequest> messages = new ArrayList<>();
    ByteString megabyte = ByteString.copyFrom(new byte[1 << 20]);
    for (int i = 0; i < 50; i++) {
      messages.add(FakeRepoServer.chunk(megabyte));
    }
    assertThatThrownBy(() -> repoServer.generate(messages).join())
        .hasMessageContaining("before the metadata");
    assertThat(repoServer.lastSent()).isEqualTo(50);
  }

  @Test
  void aClientThatGoesAwayLeavesNothing() {
    Sending other = Sending.of(new Checkout().file("noise", "x".repeat(5000)), "web", ".");
    List<AppStreamRequest> half =
        List.of(other.metadataMessage(), FakeRepoServer.chunk(other.archive().substring(0, 50)));
    CompletableFuture<ManifestResponse> call = repoServer.generateUnfinished(half);
    awaitBytes(bytes -> bytes > 1 << 20);
    call.cancel(true);
    awaitBytes(bytes -> bytes < 10_000);
  }

  private void awaitBytes(LongPredicate condition) {
    Patience.until(
        "memory is taken or given back",
        () -> condition.test(server.server().usage().trees().bytes()));
  }
}
