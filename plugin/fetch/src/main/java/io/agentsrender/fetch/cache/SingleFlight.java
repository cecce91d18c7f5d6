package io.agentsrender.fetch.cache;

import io.agentsrender.fetch.access.Deadline;
import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Does the same work once for all who ask for it at the same time. */
final class SingleFlight<V> {
  private final ConcurrentMap<String, CompletableFuture<V>> flights = new ConcurrentHashMap<>();

  /**
   * The result of {@code work}, perhaps of another caller's. One who gave up does not take those
   * who wait for it with it: one of them does the work then.
   *
   * @param tried for the error of a caller that is interrupted while it waits
   */
  V run(String key, String tried, Supplier<V> work) {
    while (true) {
      CompletableFuture<V> mine = new CompletableFuture<>();
      CompletableFuture<V> running = flights.putIfAbsent(key, mine);
      if (running == null) {
        return lead(key, mine, work);
      }
      try {
        return running.get();
      } catch (InterruptedException e) {
        throw Deadline.cancelled(tried);
      } catch (ExecutionException e) {
        rethrowUnlessCancelled(Objects.requireNonNullElse(e.getCause(), e));
      }
    }
  }

  private V lead(String key, CompletableFuture<V> mine, Supplier<V> work) {
    try {
      V result = work.get();
      flights.remove(key, mine);
      mine.complete(result);
      return result;
    } catch (RuntimeException | Error e) {
      flights.remove(key, mine);
      mine.completeExceptionally(e);
      throw e;
    }
  }

  private static void rethrowUnlessCancelled(Throwable cause) {
    if (cause instanceof FetchException failure && failure.kind() == Kind.CANCELLED) {
      return;
    }
    if (cause instanceof RuntimeException failure) {
      throw failure;
    }
    if (cause instanceof Error failure) {
      throw failure;
    }
    throw new IllegalStateException(cause);
  }
}
