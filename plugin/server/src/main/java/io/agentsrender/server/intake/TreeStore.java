package io.agentsrender.server.intake;

import io.agentsrender.server.archive.ArchiveDecoder;
import io.agentsrender.server.archive.ArchiveLimits;
import io.agentsrender.server.archive.UnpackedArchive;
import io.agentsrender.source.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The trees in memory, by the checksum of their archive, within a bound of bytes. Trees in use
 * stay; of the others the longest unused goes first. An archive that would not fit beside those in
 * use waits for its turn: it is never refused for that.
 */
public final class TreeStore {
  /** How much larger than its archive a tree is expected to be, until it is known. */
  private static final int EXPECTED_EXPANSION = 6;

  private static final long SMALLEST_EXPECTATION = 1L << 20;

  private final ArchiveLimits limits;
  private final Executor executor;
  private final ReentrantLock lock = new ReentrantLock();
  private final MemoryLedger memory;
  private final Map<String, HeldTree> held = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<String, IncomingTree> incoming = new HashMap<>();
  private final Deque<Waiting> waiting = new ArrayDeque<>();

  /** A call that has said what it will send, and may not send it yet. */
  private static final class Waiting {
    final String checksum;
    final long expected;
    final Consumer<ArchiveStream> admitted;

    Waiting(String checksum, long expected, Consumer<ArchiveStream> admitted) {
      this.checksum = checksum;
      this.expected = expected;
      this.admitted = admitted;
    }
  }

  /** Withdraws a call that is still waiting; without effect later. */
  @FunctionalInterface
  public interface Ticket {
    void withdraw();
  }

  /**
   * @param capacityBytes for all trees, held and incoming
   * @param executor on which a call that had to wait learns that it may go on
   */
  public TreeStore(ArchiveLimits limits, long capacityBytes, Executor executor) {
    this.limits = limits;
    this.executor = executor;
    this.memory = new MemoryLedger(capacityBytes);
  }

  /**
   * Announces an archive.
   *
   * @param checksum as announced; what is sent is held against it
   * @param packedBytes as announced, a hint only
   * @param admitted gets the stream, at once or, where memory is short, later on the executor
   */
  public Ticket open(String checksum, long packedBytes, Consumer<ArchiveStream> admitted) {
    Waiting call = new Waiting(checksum, expectation(packedBytes), admitted);
    ArchiveStream stream;
    lock.lock();
    try {
      stream = admit(call, waiting.isEmpty());
      if (stream == null) {
        waiting.addLast(call);
        return () -> withdraw(call);
      }
    } finally {
      lock.unlock();
    }
    admitted.accept(stream);
    return () -> {};
  }

  private long expectation(long packedBytes) {
    long packed = Math.clamp(packedBytes, 0, limits.packedBytes());
    return Math.clamp(
        packed * EXPECTED_EXPANSION,
        Math.min(SMALLEST_EXPECTATION, memory.capacity()),
        memory.capacity());
  }

  private @Nullable ArchiveStream admit(Waiting call, boolean first) {
    HeldTree tree = held.get(call.checksum);
    if (tree != null) {
      tree.users++;
      return new HeldStream(call.checksum, leaseOf(tree, true));
    }
    IncomingTree known = incoming.get(call.checksum);
    if (known != null) {
      known.senders++;
      return new SharedStream(this, known, known.archive.nextSender());
    }
    if (first && makeRoom(call.expected)) {
      IncomingTree begun = new IncomingTree(call.checksum, call.expected);
      memory.take(call.expected);
      incoming.put(call.checksum, begun);
      return new SharedStream(this, begun, begun.archive.firstSender());
    }
    return null;
  }

  private void withdraw(Waiting call) {
    List<Runnable> admissions;
    lock.lock();
    try {
      waiting.remove(call);
      admissions = admitWaiting();
    } finally {
      lock.unlock();
    }
    admissions.forEach(executor::execute);
  }

  /** In the order in which they came, as far as there is room. */
  private List<Runnable> admitWaiting() {
    List<Runnable> admissions = new ArrayList<>();
    boolean first = true;
    for (Iterator<Waiting> calls = waiting.iterator(); calls.hasNext(); ) {
      Waiting call = calls.next();
      ArchiveStream stream = admit(call, first);
      if (stream == null) {
        first = false;
      } else {
        calls.remove();
        admissions.add(() -> call.admitted.accept(stream));
      }
    }
    return admissions;
  }

  private boolean makeRoom(long bytes) {
    Iterator<HeldTree> oldestFirst = held.values().iterator();
    while (!memory.fits(bytes) && oldestFirst.hasNext()) {
      HeldTree tree = oldestFirst.next();
      if (tree.users == 0) {
        oldestFirst.remove();
        memory.give(tree.archive.heldBytes());
      }
    }
    return memory.fits(bytes);
  }

  private TreeLease leaseOf(HeldTree tree, boolean wasHeld) {
    return new TreeLease(tree.archive, wasHeld, () -> settle(() -> tree.users--));
  }

  private void settle(Runnable change) {
    List<Runnable> admissions;
    lock.lock();
    try {
      change.run();
      admissions = admitWaiting();
    } finally {
      lock.unlock();
    }
    admissions.forEach(executor::execute);
  }

  /** The archive turned out to be a good one: from here on its tree is held. */
  TreeLease hold(IncomingTree arrived, UnpackedArchive archive) {
    lock.lock();
    try {
      HeldTree tree = arrived.tree;
      if (tree == null) {
        tree = new HeldTree(archive);
        arrived.tree = tree;
        incoming.remove(arrived.checksum, arrived);
        held.put(arrived.checksum, tree);
        memory.give(arrived.reserved);
        memory.take(archive.heldBytes());
        arrived.reserved = 0;
        // Until its last sender is done, a tree that has just arrived is not to be thrown out.
        tree.users++;
      }
      tree.users++;
      return leaseOf(tree, false);
    } finally {
      lock.unlock();
    }
  }

  /** One of its senders is done with it, or gone. */
  void leave(IncomingTree left) {
    boolean[] abandoned = {false};
    settle(() -> {
      left.senders--;
      HeldTree tree = left.tree;
      if (left.senders == 0 && tree != null) {
        tree.users--;
      } else if (left.senders == 0) {
        incoming.remove(left.checksum, left);
        memory.give(left.reserved);
        abandoned[0] = true;
      }
    });
    if (abandoned[0]) {
      left.archive.close();
    }
  }

  /** What is held and what is on its way. */
  public Usage usage() {
    lock.lock();
    try {
      return new Usage(held.size(), memory.used(), memory.capacity(), waiting.size());
    } finally {
      lock.unlock();
    }
  }

  /**
   * The state of the store.
   *
   * @param bytes held or reserved
   * @param waiting calls that wait for memory
   */
  public record Usage(int trees, long bytes, long capacity, int waiting) {}

  /** An archive that is being unpacked. Guarded by the store, its archive by itself. */
  final class IncomingTree {
    private static final long STEP = 1L << 20;

    private final String checksum;
    final SharedArchive archive;
    private int senders = 1;
    private long reserved;
    private long taken;
    private @Nullable HeldTree tree;

    private IncomingTree(String checksum, long reserved) {
      this.checksum = checksum;
      this.reserved = reserved;
      this.archive = new SharedArchive(checksum, new ArchiveDecoder(limits, this::take));
    }

    /** Only the thread that unpacks is here, so that small steps need no lock. */
    private void take(long bytes) {
      taken += bytes;
      if (taken > reserved) {
        reserve(Math.max(STEP, taken - reserved));
      }
    }

    private void reserve(long more) {
      lock.lock();
      try {
        if (!makeRoom(more)) {
          throw outOfMemory();
        }
        memory.take(more);
        reserved += more;
      } finally {
        lock.unlock();
      }
    }

    private TreeMemoryException outOfMemory() {
      return new TreeMemoryException(
          Problem.error(
                  "keeping the repository in memory",
                  "it takes more than the "
                      + memory.capacity()
                      + " bytes for all repositories in use, of which "
                      + (memory.used() - reserved)
                      + " are taken by others")
              .withAdvice(
                  "Give the plugin more memory (-Xmx, AGENTS_RENDER_TREE_BYTES), or exclude what"
                      + " no render needs on the repo-server"
                      + " (ARGOCD_REPO_SERVER_PLUGIN_TAR_EXCLUSIONS)."));
    }
  }
}
