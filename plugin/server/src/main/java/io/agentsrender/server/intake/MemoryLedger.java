package io.agentsrender.server.intake;

/** Keeps account of the memory that trees take. Guarded by its owner. */
final class MemoryLedger {
  private final long capacity;
  private long used;

  MemoryLedger(long capacity) {
    this.capacity = capacity;
  }

  boolean fits(long bytes) {
    return bytes <= capacity - used;
  }

  void take(long bytes) {
    used += bytes;
  }

  void give(long bytes) {
    used -= bytes;
  }

  long used() {
    return used;
  }

  long capacity() {
    return capacity;
  }
}
