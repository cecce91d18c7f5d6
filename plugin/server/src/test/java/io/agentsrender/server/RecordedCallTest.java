package io.agentsrender.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.util.JsonFormat;
import io.agentsrender.proto.plugin.ManifestRequestMetadata;
import io.agentsrender.render.Engine;
import io.agentsrender.render.RenderResult;
import io.agentsrender.render.parameter.ParameterValues;
import io.agentsrender.render.request.Application;
import io.agentsrender.render.request.Cluster;
import io.agentsrender.render.request.RenderRequest;
import io.agentsrender.server.archive.ArchiveDecoder;
import io.agentsrender.server.archive.ArchiveLimits;
import io.agentsrender.server.fake.FakeRepoServer;
import io.agentsrender.server.fake.Sending;
import io.agentsrender.server.fake.TestServer;
import io.agentsrender.source.Content;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import io.agentsrender.source.budget.Budget;
import io.agentsrender.yaml.json.JsonWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Calls as Argo CD's own code makes them, recorded by {@code
 * test-clusters/repo-server-client/record}: the example repository with some odd files, packed by
 * release 3.2, and what was said beside it. The same archive is unpacked by another library, and
 * rendered from the folder.
 */
class RecordedCallTest {
  @TempDir Path folder;

  private static byte[] recorded(String file) throws IOException {
    try (InputStream in = RecordedCallTest.class.getResourceAsStream("recorded/" + file)) {
      return Objects.requireNonNull(in, file).readAllBytes();
    }
  }

  private static Sending sending(String name) throws IOException {
    ManifestRequestMetadata.Builder metadata = ManifestRequestMetadata.newBuilder();
    JsonFormat.parser().merge(new String(recorded(name + ".json"), UTF_8), metadata);
    ByteString archive = ByteString.copyFrom(recorded("archive.tgz"));
    return new Sending(metadata.build(), archive, 1024, Optional.empty());
  }

  private void unpack() throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new GZIPInputStream(new ByteArrayInputStream(recorded("archive.tgz"))), "UTF-8")) {
      TarArchiveEntry entry = tar.getNextEntry();
      while (entry != null) {
        Path path = folder.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, path);
        }
        entry = tar.getNextEntry();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"agents", "chart", "jangar"})
  void isAnsweredWithWhatRenderFinds(String name) throws IOException {
    unpack();
    Sending sending = sending(name);
    RenderResult found = new Engine().render(request(name, sending));
    assertThat(found.problems()).isEmpty();
    try (TestServer server = TestServer.start();
        FakeRepoServer repoServer = server.connect()) {
      assertThat(repoServer.syncAsNewRelease(sending).getManifestsList())
          .isNotEmpty()
          .isEqualTo(
              found.objects().stream()
                  .map(object -> JsonWriter.compact().withoutHtmlEscapes().write(object.node()))
                  .toList());
    }
  }

  private RenderRequest request(String name, Sending sending) {
    Map<String, String> environment =
        sending.metadata().getEnvList().stream()
            .collect(Collectors.toMap(entry -> entry.getName(), entry -> entry.getValue()));
    boolean chart = name.equals("chart");
    return new RenderRequest(
        SourceTree.ofFolder(folder),
        chart ? "sources/charts/agents" : "argocd/applications/" + name,
        new Application(
            chart ? "team_chart" : name,
            "production",
            "default",
            "5a1bd0ae5a9f30f6ad0c5ba39f1a62b3b4fd9f59",
            environment),
        new Cluster(
            Optional.of("1.33.1"),
            List.of("v1", "apps/v1", "apps/v1/Deployment", "argoproj.io/v1alpha1/Rollout")),
        chart ? parameters() : ParameterValues.NONE,
        Budget.DEFAULT);
  }

  /** As Recorded in test-clusters/repo-server-client/driver/clone.go has them. */
  private static ParameterValues parameters() {
    return ParameterValues.builder()
        .string("release-name", "agents")
        .string("values", "podAnnotations:\n  note: \"a, b\"\n")
        .array(
            "values-files",
            List.of(
                "/sources/values/_shared/apps/agents.yaml",
                "/sources/values/staging/apps/agents.yaml"))
        .map(
            "set",
            new TreeMap<>(Map.of("podAnnotations.team", "platform", "podAnnotations.order", "z")))
        .build();
  }

  @Test
  void anotherLibraryUnpacksTheSame() throws IOException {
    unpack();
    byte[] archive = recorded("archive.tgz");
    ArchiveDecoder decoder = new ArchiveDecoder(ArchiveLimits.DEFAULT, _ -> {});
    decoder.accept(archive, 0, archive.length);
    Map<String, String> ours = contents(decoder.finish().tree());
    Map<String, String> theirs = contents(SourceTree.ofFolder(folder));
    theirs.keySet().removeIf(path -> TreePath.isWithin(".git", path));
    assertThat(ours).isEqualTo(theirs);
    assertThat(ours)
        .containsEntry("odd/empty", "")
        .containsEntry("odd/folder", "(a folder)")
        .containsEntry("odd/na\u00efve-\u540d\u524d.yaml", "utf-8: yes\n")
        .containsEntry("odd/" + "f/".repeat(40) + "prefix.yaml", "split: into prefix and name\n")
        .containsEntry("odd/link-long", "longer: than a header holds\n")
        .containsEntry("odd/link-to", ours.get("README.md"))
        .containsKey("odd/link-folder/jangar/service.yaml")
        .hasSizeGreaterThan(170);
  }

  /** Everything that can be reached, through links as well. */
  private static Map<String, String> contents(SourceTree tree) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    collect(tree, TreePath.ROOT, contents);
    return contents;
  }

  private static void collect(SourceTree tree, String folder, Map<String, String> contents)
      throws IOException {
    for (String name : tree.list(folder)) {
      String path = TreePath.join(folder, name);
      Optional<Content> file = tree.file(path);
      if (file.isPresent()) {
        contents.put(path, file.get().text());
      } else if (tree.isFolder(path)) {
        contents.put(path, "(a folder)");
        collect(tree, path, contents);
      }
    }
  }
}
