package io.agentsrender.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginFileTest {
  private static final String HEAD =
      "apiVersion: argoproj.io/v1alpha1\nkind: ConfigManagementPlugin\nmetadata:\n  name: p\n";

  private static PluginFile.Content read(String spec) {
    return PluginFile.read(HEAD + "spec:\n" + spec.indent(2), "plugin.yaml");
  }

  @Test
  void namesTheSocketAsTheOfficialServerDoes() {
    assertThat(read("version: v1.2").plugins().getFirst().socketName()).isEqualTo("p-v1.2.sock");
    assertThat(read("provideGitCreds: true").plugins().getFirst().socketName()).isEqualTo("p.sock");
  }

  @Test
  void takesTheFirstWayOfDiscovery() {
    PluginFile.Content both = read("discover:\n  fileName: a\n  find:\n    glob: '**/b'");
    assertThat(both.plugins().getFirst().discovery()).isInstanceOf(Discovery.FileName.class);
    PluginFile.Content glob = read("discover:\n  find:\n    glob: '**/b'");
    assertThat(glob.plugins().getFirst().discovery()).isInstanceOf(Discovery.FindGlob.class);
  }

  @Test
  void notesTheCommandsThatItDoesNotRun() {
    PluginFile.Content content =
        read("init:\n  command: [helm, dep, build]\ngenerate:\n  command: [sh, -c]\n  args: [x]");
    assertThat(content.notes())
        .extracting(Problem::reason)
        .containsExactly(
            "spec.generate.command is ignored: this plugin renders in its own process",
            "spec.init.command is ignored: whatever it prepared has to be in the repository");
  }

  @Test
  void notesAParameterThatNoRenderTakes() {
    PluginFile.Content content =
        read("parameters:\n  static:\n    - name: regions\n    - name: strict");
    assertThat(content.plugins().getFirst().announcements()).hasSize(2);
    assertThat(content.notes())
        .singleElement()
        .asString()
        .contains("announces \"regions\", which no render takes");
  }

  @Test
  void readsSeveralPlugins() {
    PluginFile.Content content =
        PluginFile.read(HEAD + "---\n" + HEAD.replace("name: p", "name: q") + "---\n", "f");
    assertThat(content.plugins()).extracting(PluginDefinition::fullName).containsExactly("p", "q");
  }

  @Test
  void ignoresWhatItDoesNotKnow() {
    assertThat(read("lockRepo: true\nallowConcurrency: false\npreserveFileMode: true").notes())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {discover: {find: {command: [ls]}}}        | spec.discover.find.command is a command
          {parameters: {dynamic: {command: [ls]}}}   | spec.parameters.dynamic.command is a command
          {discover: {fileName: '['}}                | syntax error in pattern
          {discover: {find: {glob: '../../x*'}}}     | leads out of the application
          {discover: {find: {glob: '!(a)*'}}}        | is not supported
          {version: 1.0}                             | spec.version is a number
          {version: a/b}                             | becomes part of a file name
          """)
  void refuses(String spec, String reason) {
    assertThatThrownBy(() -> read(spec))
        .isInstanceOf(RenderException.class)
        .hasMessageContaining(reason)
        .hasMessageContaining("(plugin.yaml)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kind: Pod                                      | kind is "Pod" and should be
          {kind: ConfigManagementPlugin}                 | metadata.name is ""
          {kind: ConfigManagementPlugin, metadata: {name: a/b}} | metadata.name is "a/b"
          'a: ['                                         | plugin.yaml:1
          '# nothing'                                    | the file has no plugin in it
          """)
  void refusesFiles(String text, String reason) {
    assertThatThrownBy(() -> PluginFile.read(text, "plugin.yaml")).hasMessageContaining(reason);
  }
}
