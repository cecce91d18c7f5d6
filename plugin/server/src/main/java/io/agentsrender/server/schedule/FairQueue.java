package io.agentsrender.server.schedule;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * An unbounded queue that is fair between keys, by start-time fair queuing (Goyal, Vin, Cheng 1996)
 * with equal weights and costs: a key that has had no turn of late comes before the next turn of
 * one that has, however many elements that one has waiting.
 */
final class FairQueue<T> {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PriorityQueue<Place<T>> places = new PriorityQueue<>();

  /** The turn after the last one that each key has asked for, as long as it lies ahead. */
  private final Map<String, Long> nextTurns = new HashMap<>();

  private long turn;
  private long arrivals;
  private boolean closed;

  private record Place<T>(long turn, long arrival, T element) implements Comparable<Place<T>> {
    @Override
    public int compareTo(Place<T> other) {
      int byTurn = Long.compare(turn, other.turn);
      return byTurn != 0 ? byTurn : Long.compare(arrival, other.arrival);
    }
  }

  /** False where the queue is closed. */
  boolean add(String key, T element) {
    lock.lock();
    try {
      if (closed) {
        return false;
      }
      long own = Math.max(turn, nextTurns.getOrDefault(key, 0L));
      nextTurns.put(key, own + 1);
      places.add(new Place<>(own, arrivals++, element));
      changed.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** The next element, once there is one; null once the queue is closed and empty. */
  @Nullable T take() throws InterruptedException {
    lock.lock();
    try {
      while (places.isEmpty() && !closed) {
        changed.await();
      }
      Place<T> next = places.poll();
      if (next == null) {
        return null;
      }
      if (next.turn() > turn) {
        turn = next.turn();
        nextTurns.values().removeIf(ahead -> ahead <= turn);
      }
      return next.element();
    } finally {
      lock.unlock();
    }
  }

  /** False where the element is no longer waiting. */
  boolean remove(T element) {
    lock.lock();
    try {
      return places.removeIf(place -> place.element().equals(element));
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return places.size();
    } finally {
      lock.unlock();
    }
  }

  /** Nothing more comes in; what waits is still served. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
