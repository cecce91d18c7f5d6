package io.agentsrender.server.rpc;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The calls that are not answered yet, to be told when the server cannot wait for them longer. */
public final class OpenCalls {
  private final Set<Entry> entries = ConcurrentHashMap.newKeySet();

  /** By identity: two calls are never the same. */
  private static final class Entry {
    final Runnable giveUp;

    Entry(Runnable giveUp) {
      this.giveUp = giveUp;
    }
  }

  /**
   * A call begins.
   *
   * @param giveUp answers it with an error, as soon as its client can read one
   * @return to be run when it is over
   */
  Runnable enter(Runnable giveUp) {
    Entry entry = new Entry(giveUp);
    entries.add(entry);
    return () -> entries.remove(entry);
  }

  /** Answers all calls with an error. */
  public void giveUp() {
    entries.forEach(entry -> entry.giveUp.run());
  }
}
