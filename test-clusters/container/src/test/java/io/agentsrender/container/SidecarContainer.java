package io.agentsrender.container;

import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.LogMessageWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/**
 * The sidecar as a hardened pod would run it: user 999, nothing to write to but the socket folder,
 * no network, no capability.
 */
final class SidecarContainer extends GenericContainer<SidecarContainer> {
  static final long MEMORY = 256L << 20;

  /** Puts the image's tar into the engine, so that no registry is asked for it. */
  static DockerImageName loaded() {
    try (InputStream tar = Files.newInputStream(Path.of(System.getProperty("image.tar")))) {
      DockerClientFactory.instance().client().loadImageCmd(tar).exec();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return DockerImageName.parse(System.getProperty("image.name"));
  }

  /**
   * @param sockets a folder of this machine, shared as the pod shares its {@code plugins} volume
   */
  SidecarContainer(DockerImageName image, Path sockets) {
    super(image);
    withImagePullPolicy(name -> false);
    withNetworkMode("none");
    withEnv("ARGOCD_PLUGINSOCKFILEPATH", "/plugins");
    // Without it, a cache that does not fit the jars is left aside in silence; so it ends the
    // start.
    withEnv("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on");
    // Testcontainers' own binds start a helper image, which would have to come from a registry.
    withCreateContainerCmdModifier(command ->
        Objects.requireNonNull(command.getHostConfig())
            .withBinds(Bind.parse(sockets + ":/plugins"))
            .withReadonlyRootfs(true)
            .withCapDrop(Capability.ALL)
            .withSecurityOpts(List.of("no-new-privileges"))
            .withMemory(MEMORY)
            .withPidsLimit(200L));
    waitingFor(
        new LogMessageWaitStrategy()
            .withRegEx(".*serving.*\\n")
            .withStartupTimeout(Duration.ofMinutes(2)));
  }
}
