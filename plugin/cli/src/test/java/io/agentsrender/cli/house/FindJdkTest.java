package io.agentsrender.cli.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launchers find a JDK 25 where people have one. */
class FindJdkTest {
  @TempDir private Path folder;

  @Test
  void takesJavaHomeFirst() throws Exception {
    Path chosen = jdk("chosen", "25.0.3");
    Path other = jdk("other", "25.0.1");
    assertThat(find(chosen, other.resolve("bin"))).isEqualTo(chosen.toString());
  }

  @Test
  void passesOverAnOlderJavaHome() throws Exception {
    Path old = jdk("old", "17.0.15");
    Path onPath = jdk("path", "25");
    assertThat(find(old, onPath.resolve("bin"))).isEqualTo(onPath.toString());
  }

  @Test
  void isNotDeceivedByNumbersThatBeginAlike() throws Exception {
    Path later = jdk("later", "250.1");
    Path right = jdk("right", "25-ea");
    assertThat(find(later, right.resolve("bin"))).isEqualTo(right.toString());
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = folder.toRealPath().resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Path javac = Files.writeString(home.resolve("bin/javac"), "#!/bin/sh\n");
    assertThat(javac.toFile().setExecutable(true)).isTrue();
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private String find(Path javaHome, Path path) throws Exception {
    Path script = CommandRun.PROJECT.resolve(".mvn/find-jdk.sh");
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", ". '" + script + "'; find_jdk");
    Map<String, String> environment = builder.environment();
    environment.put("JAVA_HOME", javaHome.toString());
    environment.put("PATH", path + ":/usr/bin:/bin");
    environment.put("HOME", folder.toString());
    Process process = builder.redirectErrorStream(true).start();
    String answer = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    assertThat(process.waitFor()).isZero();
    return answer;
  }
}
