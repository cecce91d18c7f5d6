package io.agentsrender.server.schedule;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The threads that render. Work of one application waits behind its own, never behind a pile of
 * another's; the queue has no end, since a repo-server that is refused does not ask again.
 */
public final class RenderPool implements AutoCloseable {
  /**
   * Charts may include themselves as deep as Helm lets them. Only what is used of a stack is ever
   * taken from memory.
   */
  private static final long STACK_BYTES = 256L << 20;

  private final FairQueue<Task> queue = new FairQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicInteger running = new AtomicInteger();

  public RenderPool(int parallelism) {
    for (int i = 0; i < parallelism; i++) {
      threads.add(
          Thread.ofPlatform()
              .name("render-" + i)
              .daemon(true)
              .stackSize(STACK_BYTES)
              .start(this::serve));
    }
  }

  /** Work that was handed in. */
  public interface Handle {
    /**
     * Takes it out of the queue, or interrupts its thread; without effect once it is done.
     *
     * @return whether it was still waiting, so that it will never run
     */
    boolean cancel();
  }

  /**
   * Hands work in; it has to catch whatever goes wrong in it.
   *
   * @param application whose turn it takes
   * @throws IllegalStateException where the pool is closed
   */
  public Handle submit(String application, Runnable work) {
    Task task = new Task(work);
    if (!queue.add(application, task)) {
      throw new IllegalStateException("the render pool is closed");
    }
    return task;
  }

  public int waiting() {
    return queue.size();
  }

  public int running() {
    return running.get();
  }

  private void serve() {
    try {
      for (Task task = queue.take(); task != null; task = queue.take()) {
        running.incrementAndGet();
        try {
          task.run();
        } finally {
          running.decrementAndGet();
        }
      }
    } catch (InterruptedException e) {
      // A cancellation that came too late for its task: only close() ends the thread.
      throw new IllegalStateException("interrupted while idle", e);
    }
  }

  private final class Task implements Handle {
    private final Runnable work;
    private @Nullable Thread runner;
    private boolean begun;
    private boolean cancelled;

    Task(Runnable work) {
      this.work = requireNonNull(work, "work is null");
    }

    void run() {
      synchronized (this) {
        if (cancelled) {
          return;
        }
        begun = true;
        runner = Thread.currentThread();
      }
      try {
        work.run();
      } finally {
        synchronized (this) {
          runner = null;
        }
        // An interrupt was meant for this task alone.
        boolean _ = Thread.interrupted();
      }
    }

    @Override
    public boolean cancel() {
      queue.remove(this);
      synchronized (this) {
        if (runner != null) {
          runner.interrupt();
        }
        boolean neverRuns = !begun && !cancelled;
        cancelled = true;
        return neverRuns;
      }
    }
  }

  /** Takes no more work, and finishes what it has. */
  @Override
  public void close() {
    queue.close();
  }

  /** Waits after {@link #close()} for the work that was handed in. False where it takes longer. */
  public boolean awaitIdle(Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    for (Thread thread : threads) {
      long left = end - System.nanoTime();
      if (!thread.join(Duration.ofNanos(Math.max(left, 1)))) {
        return false;
      }
    }
    return true;
  }
}
