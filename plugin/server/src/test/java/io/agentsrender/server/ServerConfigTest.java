package io.agentsrender.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.server.archive.ArchiveLimits;
import io.agentsrender.server.plugin.PluginDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What files and variables make of a server before it starts. */
class ServerConfigTest {
  private static final String PLUGIN =
      "apiVersion: argoproj.io/v1alpha1\nkind: ConfigManagementPlugin\nmetadata: {name: web}\n";

  @TempDir Path folder;

  private ServerConfig read(Map<String, String> environment) {
    return ServerConfig.read(folder, environment, "1.0");
  }

  @Test
  void readsThePluginAndTheOfficialNames() throws IOException {
    Files.writeString(folder.resolve("plugin.yaml"), PLUGIN);
    ServerConfig config = read(Map.of("ARGOCD_PLUGINSOCKFILEPATH", "/plugins"));
    assertThat(config.plugins())
        .extracting(PluginDefinition::socketName)
        .containsExactly("web.sock");
    assertThat(config.socketFolder()).isEqualTo(Path.of("/plugins"));
    assertThat(config.limits().messageBytes()).isEqualTo(100 << 20);
    assertThat(read(Map.of()).socketFolder()).isEqualTo(Path.of("/home/argocd/cmp-server/plugins"));
  }

  @Test
  void servesItsOwnNameWithoutAFileInTheDefaultFolder() {
    ServerConfig config = ServerConfig.read(ServerConfig.DEFAULT_CONFIG_FOLDER, Map.of(), "1.0");
    assertThat(config.plugins()).containsExactly(PluginDefinition.DEFAULT);
    assertThat(PluginDefinition.DEFAULT.socketName()).isEqualTo("agents-render.sock");
  }

  @Test
  void missesAFileThatWasNamed() {
    assertThatThrownBy(() -> read(Map.of()))
        .hasMessageContaining("there is no such file")
        .hasMessageContaining("plugin.yaml");
  }

  @Test
  void refusesTwoPluginsOfOneName() throws IOException {
    Files.writeString(folder.resolve("plugin.yaml"), PLUGIN + "---\n" + PLUGIN);
    assertThatThrownBy(() -> read(Map.of()))
        .hasMessageContaining("two plugins have the name \"web\"");
  }

  @Test
  void everyLimitCanBeSet() {
    ServerLimits limits =
        ServerLimits.read(
            Map.ofEntries(
                Map.entry("AGENTS_RENDER_MAX_ARCHIVE_BYTES", "1Mi"),
                Map.entry("AGENTS_RENDER_MAX_UNPACKED_BYTES", "1.5G"),
                Map.entry("AGENTS_RENDER_MAX_ARCHIVE_RATIO", "3"),
                Map.entry("AGENTS_RENDER_MAX_ARCHIVE_ENTRIES", "4k"),
                Map.entry("AGENTS_RENDER_MAX_ARCHIVE_NAME_BYTES", "5"),
                Map.entry("AGENTS_RENDER_MAX_ARCHIVE_DEPTH", "6"),
                Map.entry("AGENTS_RENDER_TREE_BYTES", "512Mi"),
                Map.entry("AGENTS_RENDER_PARALLELISM", "7"),
                Map.entry("AGENTS_RENDER_MAX_STEPS", "8"),
                Map.entry("AGENTS_RENDER_MAX_OUTPUT_BYTES", "9"),
                Map.entry("AGENTS_RENDER_MAX_SECONDS", "10"),
                Map.entry("AGENTS_RENDER_STOP_SECONDS", "11"),
                Map.entry("ARGOCD_GRPC_MAX_SIZE_MB", "200")));
    assertThat(limits.archive())
        .isEqualTo(new ArchiveLimits(1 << 20, 1_500_000_000L, 3, 4000, 5, 6));
    assertThat(limits.treeBytes()).isEqualTo(512L << 20);
    assertThat(limits.parallelism()).isEqualTo(7);
    assertThat(limits.budget().steps()).isEqualTo(8);
    assertThat(limits.budget().outputBytes()).isEqualTo(9);
    assertThat(limits.timeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(limits.grace()).isEqualTo(Duration.ofSeconds(11));
    assertThat(limits.messageBytes()).isEqualTo(200 << 20);
  }

  @ParameterizedTest
  @CsvSource({
    "AGENTS_RENDER_TREE_BYTES, lots, a number such as 536870912 or 512Mi",
    "AGENTS_RENDER_TREE_BYTES, -1, a number such as",
    "AGENTS_RENDER_PARALLELISM, 0, a number above zero",
    "AGENTS_RENDER_MAX_ARCHIVE_ENTRIES, 5Gi, at most 2147483647",
    "ARGOCD_GRPC_MAX_SIZE_MB, 3000, at most 2047",
  })
  void saysWhatALimitShouldBe(String name, String value, String wanted) {
    assertThatThrownBy(() -> ServerLimits.read(Map.of(name, value)))
        .hasMessageContaining(name + " is \"" + value + "\", and should be " + wanted);
  }
}
