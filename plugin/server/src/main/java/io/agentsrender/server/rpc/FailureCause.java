package io.agentsrender.server.rpc;

import io.agentsrender.source.Problem;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Why a call failed, as far as an operator wants to tell one from another. */
public enum FailureCause {
  /** What the repository or the application's settings hold. */
  CONTENT,
  /** It is not supported, or the configuration of the repository or the sidecar forbids it. */
  REFUSED,
  /** It uses more steps, output or depth than a render may. */
  LIMIT,
  /** What is fetched from elsewhere did not come: the server, the network or the credentials. */
  REMOTE,
  /** The archive, or the way it came. */
  ARCHIVE,
  /** It took too long. */
  DEADLINE,
  /** The heap, or the part of it for repositories, is too small. */
  MEMORY,
  /** The server was told to stop. */
  STOPPED,
  /** A fault of the program. */
  FAULT;

  /** What made a render fail with these problems. */
  static FailureCause of(List<Problem> problems) {
    if (Problem.areRefusals(problems)) {
      return REFUSED;
    }
    List<Problem.Kind> kinds =
        problems.stream().filter(Problem::isError).map(Problem::kind).toList();
    if (kinds.contains(Problem.Kind.LIMIT)) {
      return LIMIT;
    }
    return kinds.contains(Problem.Kind.REMOTE) ? REMOTE : CONTENT;
  }

  /** As the log and the metrics name it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All of them, as the log and the metrics name them. */
  public static List<String> words() {
    return Stream.of(values()).map(FailureCause::word).toList();
  }
}
