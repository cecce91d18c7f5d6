package io.agentsrender.fetch.git.connection;

import io.agentsrender.fetch.access.Deadline;
import io.agentsrender.fetch.access.RemoteAddress;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One conversation with a git server.
 *
 * @param bytesLeft what may still come
 * @param maxBytes what may come in all
 * @param tried what it is for, as in {@code fetching https://git.example.com/team/values at v1}
 */
public record GitQuestion(
    RemoteAddress address, AtomicLong bytesLeft, long maxBytes, Deadline deadline, String tried) {

  public static GitQuestion of(
      RemoteAddress address, long maxBytes, Deadline deadline, String tried) {
    return new GitQuestion(address, new AtomicLong(maxBytes), maxBytes, deadline, tried);
  }

  /** How to do without asking. */
  public static final String VENDORING =
      "Keep what is needed from it in the application's own repository.";
}
