import io.agentsrender.cli.rehearsal.SyncClient;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * What the sidecar costs in a container: time and processor until its socket answers and until the first render has come
 * back, memory when idle and under 64 renders at a time. Arguments: the image, the example repository, the processors, the
 * memory limit, the rounds.
 */
final class ContainerMeasures {
  private static final String APPLICATION = "argocd/applications/agents";
  private static final Map<String, String> ENVIRONMENT =
      Map.of("ARGOCD_APP_NAME", "agents", "ARGOCD_APP_NAMESPACE", "agents", "KUBE_VERSION", "1.34.0");

  private record Round(
      double ready, double age, double readyCpu, double answer, double answerCpu, double idle, double answered, double busy,
      double parallel) {}

  public static void main(String[] arguments) throws Exception {
    String image = arguments[0];
    Path example = Path.of(arguments[1]).toRealPath();
    List<Round> rounds = new ArrayList<>();
    for (int round = -1; round < Integer.parseInt(arguments[4]); round++) {
      Round measured = round(image, example, arguments[2], arguments[3]);
      // In the first round, the client itself is cold.
      if (round >= 0) {
        rounds.add(measured);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d containers with %s processors and %s of memory, medians; load of the machine %s%n",
        rounds.size(), arguments[2], arguments[3], Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    print("from `docker start` until the socket answers", rounds.stream().map(Round::ready), "ms");
    print("of it from the process' own start", rounds.stream().map(Round::age), "ms");
    print("of it the processor's time", rounds.stream().map(Round::readyCpu), "ms");
    print("until the first render has come back", rounds.stream().map(Round::answer), "ms");
    print("of it the processor's time", rounds.stream().map(Round::answerCpu), "ms");
    print("resident memory before the first render", rounds.stream().map(Round::idle), "MiB");
    print("resident memory after it", rounds.stream().map(Round::answered), "MiB");
    print("most resident memory during 64 renders at a time, five times over", rounds.stream().map(Round::busy), "MiB");
    print("64 renders at a time", rounds.stream().map(Round::parallel), "ms");
  }

  private static Round round(String image, Path example, String processors, String memory) throws Exception {
    Path sockets = Files.createTempDirectory("measure");
    Files.setPosixFilePermissions(sockets, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path socket = sockets.resolve("agents-render.sock");
    String container =
        docker("create", "--pull=never", "--network", "none", "--read-only", "--cap-drop", "ALL",
            "--security-opt", "no-new-privileges", "--cpus", processors, "--memory", memory, "--pids-limit", "200",
            "-e", "ARGOCD_PLUGINSOCKFILEPATH=/plugins", "-v", sockets + ":/plugins", image);
    try {
      long began = System.nanoTime();
      docker("start", container);
      waitFor(socket);
      double ready = since(began);
      Path process = Path.of("/proc", docker("inspect", "-f", "{{.State.Pid}}", container));
      double age = age(process) - since(began) + ready;
      double readyCpu = cpu(process);
      double idle = memory(process, "VmRSS");
      try (SyncClient client = new SyncClient(socket, example)) {
        long asked = System.nanoTime();
        client.sync(APPLICATION, ENVIRONMENT).join();
        double answer = ready + since(asked);
        double answerCpu = cpu(process);
        double answered = memory(process, "VmRSS");
        double parallel = 0;
        for (int wave = 0; wave < 5; wave++) {
          long wavesBegin = System.nanoTime();
          List<CompletableFuture<List<String>>> all =
              Stream.generate(() -> client.sync(APPLICATION, ENVIRONMENT)).limit(64).toList();
          all.forEach(CompletableFuture::join);
          parallel = since(wavesBegin);
        }
        return new Round(
            ready, age, readyCpu, answer, answerCpu, idle, answered, memory(process, "VmHWM"), parallel);
      }
    } finally {
      docker("rm", "-f", container);
      Files.deleteIfExists(socket);
      Files.delete(sockets);
    }
  }

  private static void waitFor(Path socket) throws Exception {
    for (int tries = 0; tries < 20_000; tries++) {
      try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
        channel.connect(UnixDomainSocketAddress.of(socket));
        return;
      } catch (IOException notYet) {
        Thread.sleep(3);
      }
    }
    throw new IllegalStateException("the socket never answered");
  }

  /** User and system time of a process, whose clock has 100 ticks a second. */
  private static double cpu(Path process) throws IOException {
    String[] fields = Files.readString(process.resolve("stat")).replaceFirst(".*\\) ", "").split(" ");
    return 10.0 * (Long.parseLong(fields[11]) + Long.parseLong(fields[12]));
  }

  /** Milliseconds since a process began. */
  private static double age(Path process) throws IOException {
    String[] fields = Files.readString(process.resolve("stat")).replaceFirst(".*\\) ", "").split(" ");
    String uptime = Files.readString(Path.of("/proc/uptime")).split(" ")[0];
    return 1000 * Double.parseDouble(uptime) - 10.0 * Long.parseLong(fields[19]);
  }

  private static double memory(Path process, String field) throws IOException {
    return Files.readString(process.resolve("status"))
        .lines()
        .filter(line -> line.startsWith(field + ":"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  private static double since(long began) {
    return (System.nanoTime() - began) / 1e6;
  }

  private static void print(String what, Stream<Double> values, String unit) {
    List<Double> sorted = values.sorted().toList();
    System.out.printf(
        Locale.ROOT, "%8.0f %-4s %s (%.0f to %.0f)%n",
        sorted.get(sorted.size() / 2), unit, what, sorted.getFirst(), sorted.getLast());
  }

  private static String docker(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes()).trim();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", command) + ": " + output);
    }
    return output;
  }
}
