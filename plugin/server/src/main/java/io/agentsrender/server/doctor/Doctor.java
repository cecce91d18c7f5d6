package io.agentsrender.server.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agentsrender.server.ServerConfig;
import io.agentsrender.server.ServerLimits;
import io.agentsrender.server.plugin.PluginDefinition;
import io.agentsrender.server.socket.SocketFile;
import io.agentsrender.server.trace.TraceSettings;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Looks at a pod with the eyes of a repo-server that wants to find its plugin. */
public final class Doctor {
  /** That Argo CD's own images and this one's run as. */
  private static final long ARGO_CD_USER = 999;

  private static final long LEAST_HEAP = 96L << 20;

  /** What the program takes beside its heap, by measurement: classes, code, threads, buffers. */
  private static final long LEAST_BESIDE_HEAP = 80L << 20;

  /** Below it the start takes seconds, and so does every first render of a chart. */
  private static final double LEAST_CPUS = 0.5;

  /** Jars, sockets and one connection for each call in flight. */
  private static final long LEAST_OPEN_FILES = 1024;

  private static final String ASK_PASS = "ARGOCD_ASK_PASS_SOCK";
  private static final int MIB = 1 << 20;

  private final List<Diagnosis.Fact> facts = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private Doctor() {}

  /**
   * Examines the set-up; it changes nothing.
   *
   * @param configFolder that holds {@code plugin.yaml}
   * @param environment of the process
   * @param version of this program
   */
  public static Diagnosis examine(
      Path configFolder, Map<String, String> environment, String version, Pod pod) {
    Doctor doctor = new Doctor();
    doctor.fact("agents-render", version);
    doctor.process(pod);
    try {
      ServerConfig config = ServerConfig.read(configFolder, environment, version);
      doctor.problems.addAll(config.notes());
      doctor.sockets(config);
      doctor.limits(config.limits());
      doctor.askPass(config);
      doctor.observation(config);
    } catch (RenderException e) {
      doctor.problems.addAll(e.problems());
    }
    return new Diagnosis(doctor.facts, doctor.problems);
  }

  private void process(Pod pod) {
    fact("Java", pod.java() + (pod.startsFromCache() ? ", with ahead-of-time cache" : ""));
    fact("CPUs", Integer.toString(pod.processors()));
    fact("heap", pod.heapLimit() / MIB + " MiB");
    pod.memoryLimit().ifPresent(limit -> fact("container's memory", limit / MIB + " MiB"));
    pod.cpuLimit().ifPresent(this::cpuLimit);
    pod.openFiles().ifPresent(this::openFiles);
    pod.user().ifPresent(user -> user(user));
    if (pod.heapLimit() < LEAST_HEAP) {
      problems.add(
          Problem.warning("looking at the memory", "the heap is " + pod.heapLimit() / MIB + " MiB")
              .withAdvice("Give the sidecar a memory limit of 256 MiB or more."));
    }
    pod.memoryLimit()
        .ifPresent(limit -> {
          if (pod.heapLimit() >= limit) {
            problems.add(
                Problem.error(
                        "looking at the memory",
                        "the heap may grow to "
                            + pod.heapLimit() / MIB
                            + " MiB, and the container has "
                            + limit / MIB
                            + " MiB: the kernel would kill it first")
                    .withAdvice("Leave out -Xmx: the heap is half of the limit by itself."));
          } else if (limit - pod.heapLimit() < LEAST_BESIDE_HEAP) {
            problems.add(
                Problem.warning(
                        "looking at the memory",
                        "beside a heap of "
                            + pod.heapLimit() / MIB
                            + " MiB the container has "
                            + (limit - pod.heapLimit()) / MIB
                            + " MiB, and the program takes some "
                            + LEAST_BESIDE_HEAP / MIB
                            + " MiB there")
                    .withAdvice(
                        "Raise the memory limit of the sidecar (256 MiB is the least), or lower"
                            + " -XX:MaxRAMPercentage."));
          }
        });
  }

  private void cpuLimit(double cpus) {
    fact("CPU limit", String.format(Locale.ROOT, "%.2f", cpus));
    if (cpus < LEAST_CPUS) {
      problems.add(
          Problem.warning(
                  "looking at the CPU",
                  String.format(Locale.ROOT, "the container may use %.2f CPUs", cpus))
              .withAdvice(
                  "Leave out the CPU limit of the sidecar, or give it half a CPU or more; the"
                      + " request is what reserves it."));
    }
  }

  private void openFiles(long most) {
    fact("open files at most", Long.toString(most));
    if (most < LEAST_OPEN_FILES) {
      problems.add(
          Problem.warning(
                  "looking at the limits of the process", "it may have " + most + " files open")
              .withAdvice(
                  "Raise the limit of open files in the container runtime to "
                      + LEAST_OPEN_FILES
                      + " or more: every call is a connection."));
    }
  }

  private void user(long user) {
    fact("user", Long.toString(user));
    if (user != ARGO_CD_USER) {
      problems.add(
          Problem.warning(
                  "looking at the user",
                  "the process runs as user "
                      + user
                      + "; the repo-server runs as "
                      + ARGO_CD_USER
                      + " and must be able to write to the socket")
              .withAdvice("Set runAsUser: " + ARGO_CD_USER + " for the sidecar."));
    }
  }

  private void sockets(ServerConfig config) {
    Path folder = config.socketFolder();
    fact("socket folder", folder.toString());
    if (!Files.isDirectory(folder)) {
      problems.add(
          Problem.error("looking for the socket folder", "there is no such folder")
              .withPlace(Position.ofFile(folder.toString()))
              .withAdvice(
                  "Mount the repo-server's volume \"plugins\" there, or name the folder in"
                      + " ARGOCD_PLUGINSOCKFILEPATH, the same on both containers."));
      return;
    }
    if (!Files.isWritable(folder)) {
      problems.add(
          Problem.error("looking at the socket folder", "this user may not write to it")
              .withPlace(Position.ofFile(folder.toString()))
              .withAdvice("Set runAsUser and fsGroup as on the repo-server."));
    }
    for (PluginDefinition plugin : config.plugins()) {
      socket(folder.resolve(plugin.socketName()));
    }
  }

  private void socket(Path socket) {
    int length = socket.toString().getBytes(UTF_8).length;
    if (length > SocketFile.LONGEST_PATH) {
      problems.add(
          Problem.error(
                  "looking at the socket's path",
                  "it has " + length + " bytes, and Linux takes " + SocketFile.LONGEST_PATH)
              .withPlace(Position.ofFile(socket.toString()))
              .withAdvice("Choose a shorter ARGOCD_PLUGINSOCKFILEPATH."));
      return;
    }
    boolean there = Files.exists(socket, LinkOption.NOFOLLOW_LINKS);
    if (there && !isSocket(socket)) {
      fact("socket", socket + " is no socket");
      problems.add(
          Problem.error("looking at the socket", SocketFile.NO_SOCKET)
              .withPlace(Position.ofFile(socket.toString()))
              .withAdvice("Remove it: the sidecar does not start as long as it is there."));
      return;
    }
    boolean answers = there && answers(socket);
    fact(
        "socket",
        socket
            + (answers ? " answers" : there ? " is there, and nobody answers" : " is not there"));
    if (!answers) {
      problems.add(
          Problem.warning(
                  "connecting to the socket",
                  there ? "nobody listens: its server was killed" : "the server does not run")
              .withPlace(Position.ofFile(socket.toString()))
              .withAdvice("Look at the sidecar's log; its next start replaces the socket."));
    }
  }

  private static boolean isSocket(Path path) {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
          .isOther();
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean answers(Path socket) {
    try (SocketChannel _ = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Argo CD hands over most git credentials as a nonce, to be redeemed at a socket of its own. */
  private void askPass(ServerConfig config) {
    if (config.plugins().stream().noneMatch(PluginDefinition::provideGitCreds)) {
      return;
    }
    String socket = config.environment().getOrDefault(ASK_PASS, "");
    fact("askpass socket", socket.isEmpty() ? "none" : socket);
    if (socket.isEmpty() || !Files.exists(Path.of(socket))) {
      problems.add(
          Problem.warning(
                  "looking for Argo CD's askpass socket",
                  "plugin.yaml asks for git credentials, and "
                      + (socket.isEmpty() ? ASK_PASS + " names no socket" : "it is not there"))
              .withPlace(Position.ofFile(socket.isEmpty() ? ASK_PASS : socket))
              .withAdvice(
                  "Set "
                      + ASK_PASS
                      + " to the same path on both containers, in a volume that both mount."));
    }
  }

  private void observation(ServerConfig config) {
    int port = config.metricsPort();
    fact("metrics and health", port == 0 ? "off (AGENTS_RENDER_METRICS_PORT)" : "port " + port);
    fact("traces", TraceSettings.isOn(config.environment()) ? "on" : "off");
    // What is wrong with the variables shows as it would at the start.
    TraceSettings.read(config.environment(), config.version()).close();
  }

  private void limits(ServerLimits limits) {
    fact("renders at once", Integer.toString(limits.parallelism()));
    fact("memory for trees", limits.treeBytes() / MIB + " MiB");
    fact("archive, packed", limits.archive().packedBytes() / MIB + " MiB");
    fact("archive, unpacked", limits.archive().unpackedBytes() / MIB + " MiB");
    fact("archive, ratio", Integer.toString(limits.archive().ratio()));
    fact("archive, entries", Integer.toString(limits.archive().entries()));
    fact("archive, bytes of a name", Integer.toString(limits.archive().nameBytes()));
    fact("archive, depth", Integer.toString(limits.archive().depth()));
    fact("template steps", Long.toString(limits.budget().steps()));
    fact("output of a render", limits.budget().outputBytes() / MIB + " MiB");
    fact("time without a deadline", limits.timeout().toSeconds() + " s");
    fact("grace at the end", limits.grace().toSeconds() + " s");
    fact("largest message", limits.messageBytes() / MIB + " MiB");
  }

  private void fact(String name, String value) {
    facts.add(new Diagnosis.Fact(name, value));
  }
}
