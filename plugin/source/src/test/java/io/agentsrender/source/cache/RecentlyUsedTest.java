package io.agentsrender.source.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RecentlyUsedTest {
  private final RecentlyUsed<String, String> kept = new RecentlyUsed<>(10);

  @Test
  void dropsWhatWasNotUsedForLongest() {
    kept.put("a", "A", 4);
    kept.put("b", "B", 4);
    assertThat(kept.get("a")).isEqualTo("A");
    kept.put("c", "C", 4);
    assertThat(kept.get("a")).isEqualTo("A");
    assertThat(kept.get("b")).isNull();
    assertThat(kept.get("c")).isEqualTo("C");
    assertThat(kept.weight()).isEqualTo(8);
  }

  @Test
  void keepsNothingThatAloneWeighsTooMuch() {
    kept.put("a", "A", 4);
    kept.put("b", "B", 11);
    assertThat(kept.get("b")).isNull();
    assertThat(kept.get("a")).isEqualTo("A");
    kept.put("a", "too heavy now", 11);
    assertThat(kept.get("a")).isNull();
    assertThat(kept.weight()).isZero();
  }

  @Test
  void weighsAReplacementOnce() {
    kept.put("a", "A", 4);
    kept.put("a", "B", 6);
    assertThat(kept.get("a")).isEqualTo("B");
    assertThat(kept.weight()).isEqualTo(6);
  }

  @Test
  void dropsByKey() {
    kept.put("a", "A", 4);
    kept.put("b", "B", 4);
    kept.removeIf("a"::equals);
    assertThat(kept.get("a")).isNull();
    assertThat(kept.get("b")).isEqualTo("B");
    assertThat(kept.weight()).isEqualTo(4);
  }

  @Test
  void keepsNothingWithoutRoom() {
    RecentlyUsed<String, String> none = new RecentlyUsed<>(0);
    none.put("a", "A", 1);
    assertThat(none.get("a")).isNull();
  }

  @Test
  void staysWithinItsWeightWhileManyThreadsUseIt() throws InterruptedException, ExecutionException {
    RecentlyUsed<Integer, Integer> shared = new RecentlyUsed<>(100);
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int thread = 0; thread < 64; thread++) {
      int from = thread * 31;
      tasks.add(() -> {
        for (int i = 0; i < 500; i++) {
          int key = (from + i) % 40;
          Integer value = shared.get(key);
          assertThat(value == null || value == key).isTrue();
          shared.put(key, key, 1 + key % 7);
        }
        return null;
      });
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Void> done : threads.invokeAll(tasks)) {
        done.get();
      }
    }
    assertThat(shared.weight()).isBetween(1L, 100L);
    shared.removeIf(_ -> true);
    assertThat(shared.weight()).isZero();
  }
}
