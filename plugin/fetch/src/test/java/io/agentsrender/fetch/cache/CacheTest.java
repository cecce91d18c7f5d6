package io.agentsrender.fetch.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.fetch.access.Deadline;
import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.source.Content;
import io.agentsrender.source.RenderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {
  private static final long MEBIBYTE = 1L << 20;

  @TempDir Path folder;

  private final AtomicInteger fetches = new AtomicInteger();

  private Supplier<CacheEntry> fetch(String text) {
    return () -> {
      fetches.incrementAndGet();
      return new CacheEntry(Content.ofText(text), Map.of("etag", "\"1\""));
    };
  }

  /** A new one over the same folder, as another process has it: nothing is in memory yet. */
  private Cache onDisk() {
    return Cache.in(folder, MEBIBYTE, MEBIBYTE);
  }

  private List<Path> files(String kind) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("v1").resolve(kind))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void what_was_fetched_once_is_there_for_the_next_process() {
    onDisk().get("chart redis 1.0.0", "fetching", fetch("chart"));
    CacheEntry found = onDisk().get("chart redis 1.0.0", "fetching", fetch("another"));

    assertThat(found.content().text()).isEqualTo("chart");
    assertThat(found.attribute("etag")).isEqualTo("\"1\"");
    assertThat(fetches).hasValue(1);
  }

  @Test
  void contents_are_named_by_their_digest() throws IOException {
    onDisk().get("a", "fetching", fetch("hello\n"));

    // printf 'hello\n' | sha256sum
    assertThat(files("content"))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03");
  }

  @Test
  void a_content_that_changed_on_disk_is_fetched_again() throws IOException {
    onDisk().get("a", "fetching", fetch("right"));
    Files.writeString(files("content").getFirst(), "wrong");

    assertThat(onDisk().get("a", "fetching", fetch("right")).content().text()).isEqualTo("right");
    assertThat(fetches).hasValue(2);
    assertThat(onDisk().find("a")).isPresent();
  }

  @Test
  void a_content_that_was_cut_off_is_fetched_again() throws IOException {
    onDisk().get("a", "fetching", fetch("right"));
    Files.writeString(files("content").getFirst(), "ri");

    assertThat(onDisk().get("a", "fetching", fetch("right")).content().text()).isEqualTo("right");
    assertThat(fetches).hasValue(2);
  }

  @Test
  void an_entry_that_was_cut_off_is_fetched_again() throws IOException {
    onDisk().get("a", "fetching", fetch("right"));
    Path entry = files("entries").getFirst();
    byte[] whole = Files.readAllBytes(entry);
    for (int length = 0; length < whole.length - 1; length++) {
      Files.write(entry, java.util.Arrays.copyOf(whole, length));
      assertThat(onDisk().find("a")).as("cut to " + length).isEmpty();
    }
    assertThat(onDisk().get("a", "fetching", fetch("right")).content().text()).isEqualTo("right");
  }

  @Test
  void an_entry_of_another_key_does_not_count() throws IOException {
    onDisk().get("a", "fetching", fetch("of a"));
    onDisk().get("b", "fetching", fetch("of b"));
    List<Path> entries = files("entries");
    byte[] first = Files.readAllBytes(entries.getFirst());
    Files.write(entries.getFirst(), Files.readAllBytes(entries.getLast()));
    Files.write(entries.getLast(), first);

    assertThat(onDisk().find("a")).isEmpty();
    assertThat(onDisk().find("b")).isEmpty();
  }

  @Test
  void an_entry_whose_content_is_gone_is_fetched_again() throws IOException {
    onDisk().get("a", "fetching", fetch("right"));
    Files.delete(files("content").getFirst());

    assertThat(onDisk().get("a", "fetching", fetch("right")).content().text()).isEqualTo("right");
  }

  @Test
  void what_was_not_used_for_longest_goes_first() throws IOException {
    byte[] large = new byte[400_000];
    for (int i = 0; i < 2; i++) {
      large[0] = (byte) i;
      onDisk().put("large " + i, CacheEntry.of(Content.copyOf(large)));
    }
    Instant longAgo = Instant.now().minusSeconds(10_000);
    for (Path file : files("content")) {
      Files.setLastModifiedTime(file, FileTime.from(longAgo));
    }
    assertThat(onDisk().find("large 0")).isPresent();
    large[0] = 2;
    onDisk().put("large 2", CacheEntry.of(Content.copyOf(large)));

    assertThat(onDisk().find("large 0")).as("used a moment ago").isPresent();
    assertThat(onDisk().find("large 1")).as("used long ago").isEmpty();
    assertThat(onDisk().find("large 2")).as("just written").isPresent();
    assertThat(files("entries")).hasSize(2);
  }

  @Test
  void what_is_larger_than_the_cache_is_given_but_not_kept() throws IOException {
    Content large = Content.ofOwned(new byte[(int) MEBIBYTE + 1]);
    assertThat(onDisk().get("large", "fetching", () -> CacheEntry.of(large)).content())
        .isEqualTo(large);
    assertThat(files("content")).isEmpty();
  }

  @Test
  void memory_is_bounded_too() {
    Cache cache = Cache.inMemory(1000);
    for (int i = 0; i < 10; i++) {
      cache.put("key " + i, CacheEntry.of(Content.ofText("x".repeat(300))));
    }
    assertThat(
            Stream.iterate(0, i -> i + 1).limit(10).filter(i -> cache.find("key " + i).isPresent()))
        .containsExactly(7, 8, 9);
  }

  @Test
  void those_who_ask_at_the_same_time_fetch_once() throws Exception {
    Cache cache = onDisk();
    int threads = 16;
    CountDownLatch fetching = new CountDownLatch(1);
    CountDownLatch allow = new CountDownLatch(1);
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        answers.add(
            pool.submit(() ->
                cache
                    .get(
                        "a",
                        "fetching",
                        () -> {
                          fetching.countDown();
                          await(allow);
                          return fetch("once").get();
                        })
                    .content()
                    .text()));
      }
      await(fetching);
      allow.countDown();
      for (Future<String> answer : answers) {
        assertThat(answer.get(60, TimeUnit.SECONDS)).isEqualTo("once");
      }
    }
    assertThat(fetches).hasValue(1);
  }

  @Test
  void a_failure_is_told_to_all_who_wait_and_not_kept() {
    Cache cache = onDisk();
    assertThatThrownBy(() ->
            cache.get(
                "a",
                "fetching",
                () -> {
                  throw FetchException.of(
                      FetchException.Kind.NOT_FOUND, "fetching", "not there", "look elsewhere");
                }))
        .isInstanceOf(FetchException.class);
    assertThat(cache.get("a", "fetching", fetch("there now")).content().text())
        .isEqualTo("there now");
  }

  @Test
  void one_who_gives_up_does_not_take_the_others_along() throws Exception {
    Cache cache = onDisk();
    CountDownLatch leading = new CountDownLatch(1);
    CountDownLatch waiting = new CountDownLatch(1);
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> impatient =
          pool.submit(() ->
              cache.get(
                  "a",
                  "fetching",
                  () -> {
                    leading.countDown();
                    await(waiting);
                    throw Deadline.cancelled("fetching");
                  }));
      await(leading);
      Future<String> patient =
          pool.submit(() -> {
            waiting.countDown();
            return cache.get("a", "fetching", fetch("in the end")).content().text();
          });
      assertThat(patient.get(60, TimeUnit.SECONDS)).isEqualTo("in the end");
      assertThatThrownBy(() -> impatient.get(60, TimeUnit.SECONDS))
          .hasRootCauseInstanceOf(FetchException.class);
    }
  }

  @Test
  void many_threads_over_two_caches_of_one_folder_see_only_whole_entries() throws Exception {
    Cache one = Cache.in(folder, 20_000, 1);
    Cache other = Cache.in(folder, 20_000, 1);
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      List<Future<?>> work = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        int number = i % 20;
        Cache cache = i % 2 == 0 ? one : other;
        work.add(
            pool.submit(() -> {
              String text = ("content " + number + " ").repeat(200);
              CacheEntry entry =
                  cache.get("key " + number, "fetching", () -> CacheEntry.of(Content.ofText(text)));
              assertThat(entry.content().text()).isEqualTo(text);
            }));
      }
      for (Future<?> each : work) {
        each.get(120, TimeUnit.SECONDS);
      }
    }
    assertThat(files("incoming")).isEmpty();
  }

  @Test
  void a_folder_that_cannot_be_one_is_refused_at_once() throws IOException {
    Path file = Files.write(folder.resolve("file"), "text".getBytes(UTF_8));
    assertThatThrownBy(() -> Cache.in(file, MEBIBYTE, MEBIBYTE))
        .isInstanceOf(RenderException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("cannot be written");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
