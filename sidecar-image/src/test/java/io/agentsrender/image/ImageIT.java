package io.agentsrender.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentsrender.source.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageIT {
  private static final Path TAR = Path.of(System.getProperty("image.tar"));
  private static ImageTar image;

  @BeforeAll
  static void read() throws IOException {
    image = ImageTar.read(TAR);
  }

  @Test
  void runsAsArgoCdsUserAndServesByItself() {
    JsonNode config = image.config().get("config");
    assertThat(config.get("User").asText()).isEqualTo("999:999");
    assertThat(config.get("Entrypoint").toString())
        .isEqualTo("[\"/opt/java/bin/java\",\"@/app/agents-render\"]");
    assertThat(config.get("Cmd").toString()).isEqualTo("[\"serve\"]");
    assertThat(config.get("Labels").get("org.opencontainers.image.licenses").asText())
        .isEqualTo("Apache-2.0");
    assertThat(text("/etc/passwd")).contains("argocd:x:999:999:");
  }

  @Test
  void hasNoShellAndNothingThatGivesRights() {
    assertThat(image.files().keySet())
        .noneMatch(path -> path.matches(".*/(sh|bash|busybox|apt|dpkg|su|sudo)"));
    assertThat(image.files().entrySet())
        .filteredOn(file -> (file.getValue().mode() & 0022) != 0)
        .extracting(Map.Entry::getKey)
        .containsExactly("/tmp");
  }

  /**
   * The JDK runs the old class from the cache where a jar is another than the cache was made of,
   * and says nothing.
   */
  @Test
  void cacheWasMadeOfTheseVeryJars() {
    Map<String, String> trained = new TreeMap<>();
    text("/app/app.aot.jars")
        .lines()
        .map(line -> line.split("  "))
        .forEach(line -> trained.put("/" + line[1], line[0]));
    Map<String, String> shipped = new TreeMap<>();
    image
        .files()
        .forEach((path, file) -> {
          if (path.endsWith(".jar") && !path.startsWith("/opt/java/")) {
            shipped.put(path, file.digest().hex());
          }
        });
    assertThat(shipped).hasSizeGreaterThan(20).isEqualTo(trained);
    assertThat(classPath(text("/app/agents-render"), "/app"))
        .containsExactlyElementsOf(text("/app/app.aot.jars").lines().map(ImageIT::path).toList());
  }

  @Test
  void cacheWasMadeWithTheClassPathAndCollectorOfTheImage() throws IOException {
    Path stage = Path.of(System.getProperty("image.stage"));
    String training = Files.readString(stage.resolve("training"));
    String shipped = text("/app/agents-render");
    assertThat(options(shipped)).contains("-XX:+UseSerialGC");
    assertThat(options(shipped).stream().filter(option -> !option.contains("AOTCache")))
        .containsExactlyElementsOf(options(training));
    assertThat(classPath(training, stage.toString()).stream().map(ImageIT::inTheImage))
        .containsExactlyElementsOf(classPath(shipped, "/app"));
    assertThat(Digest.sha256(Files.readAllBytes(stage.resolve("cache/app/app.aot"))))
        .isEqualTo(file("/app/app.aot").digest());
  }

  /**
   * The JDK leaves a cache aside in silence where jars lie elsewhere, or have other times, than in
   * the training. The image is laid out in a folder here, and told not to start without its cache.
   */
  @Test
  void startsFromTheCacheAndLoadsNothingElse(@TempDir Path root) throws Exception {
    ImageTar.unpack(TAR, root);
    Path arguments = root.resolve("arguments");
    Files.writeString(arguments, text("/app/agents-render").replace("/app/", root + "/app/"));
    Path plugins = Files.createDirectory(root.resolve("plugins"));
    Path loaded = root.resolve("loaded");
    ProcessBuilder command =
        new ProcessBuilder(
            root + "/opt/java/bin/java",
            "-XX:AOTMode=on",
            "-Xlog:class+load:file=" + loaded + ":none",
            "@" + arguments,
            "serve");
    command.environment().put("ARGOCD_PLUGINSOCKFILEPATH", plugins.toString());
    Path log = root.resolve("log");
    Process sidecar = command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      Path socket = plugins.resolve("agents-render.sock");
      while (!Files.exists(socket)) {
        assertThat(sidecar.isAlive()).as(() -> output(log)).isTrue();
        Thread.sleep(10);
      }
    } finally {
      sidecar.destroy();
      sidecar.waitFor();
    }
    List<String> late =
        Files.readString(loaded)
            .lines()
            .takeWhile(line -> !line.startsWith("io.agentsrender.server.Serve$Stop$$Lambda"))
            .filter(line -> line.contains("file:"))
            .map(line -> line.replaceFirst(" .*", ""))
            .toList();
    assertThat(late).as("classes from jars").allMatch(name -> name.startsWith("picocli."));
    assertThat(late).as("what classes of commands name").hasSizeLessThan(20);
  }

  private static String output(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void tellsItsPartsAndTheirLicences() {
    assertThat(text("/app/sbom.json")).contains("\"bomFormat\"", "grpc-netty", "picocli");
    assertThat(text("/app/LICENSE")).contains("Apache License");
    assertThat(image.files()).containsKey("/opt/java/legal/java.base/LICENSE");
    assertThat(image.files()).containsKey("/usr/share/doc/libc6/copyright");
  }

  private static List<String> options(String arguments) {
    return arguments
        .lines()
        .filter(line -> line.startsWith("-X") || line.startsWith("-D"))
        .toList();
  }

  private static List<String> classPath(String arguments, String start) {
    String line =
        arguments.lines().filter(found -> found.startsWith(start)).findFirst().orElseThrow();
    return Arrays.asList(line.split(":"));
  }

  private static String path(String line) {
    return "/" + line.split("  ")[1];
  }

  private static String inTheImage(String staged) {
    return staged.replaceFirst(".*/rehearsal/", "/");
  }

  private static String text(String path) {
    return file(path).text();
  }

  private static ImageTar.File file(String path) {
    ImageTar.File file = image.files().get(path);
    if (file == null) {
      throw new AssertionError("the image has no " + path);
    }
    return file;
  }
}
