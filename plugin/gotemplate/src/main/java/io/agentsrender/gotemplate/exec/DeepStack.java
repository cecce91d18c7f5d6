package io.agentsrender.gotemplate.exec;

/**
 * Goes on with a deep recursion on a fresh stack. The stack of the calling thread may be small;
 * memory is taken only for what is used of the fresh one.
 */
final class DeepStack {
  /** Of one thread; holds {@link #LEVELS} levels with much to spare. */
  private static final long STACK_BYTES = 128L << 20;

  /** How many levels go on the stack of the calling thread. */
  static final int FIRST_LEVELS = 200;

  /** How many more levels go on each fresh stack. */
  static final int LEVELS = 40_000;

  private DeepStack() {}

  /**
   * Runs work on a fresh stack and waits for it; whoever interrupts the wait interrupts the work.
   */
  static void run(Runnable work) {
    Throwable[] failure = new Throwable[1];
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                work.run();
              } catch (RuntimeException | Error e) {
                failure[0] = e;
              }
            },
            "template-recursion",
            STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    join(thread);
    switch (failure[0]) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure[0]);
    }
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
        thread.interrupt();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
