package io.agentsrender.server.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class FairQueueTest {
  private final FairQueue<String> queue = new FairQueue<>();

  private void add(String... elements) {
    for (String element : elements) {
      queue.add(element.substring(0, 1), element);
    }
  }

  private List<String> take(int count) throws InterruptedException {
    List<String> taken = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      taken.add(String.valueOf(queue.take()));
    }
    return taken;
  }

  @Test
  void keysTakeTurns() throws InterruptedException {
    add("a1", "a2", "a3", "b1", "b2", "c1");
    assertThat(take(6)).containsExactly("a1", "b1", "c1", "a2", "b2", "a3");
  }

  @Test
  void aNewKeyComesBeforeTheNextTurnOfABusyOne() throws InterruptedException {
    add("a1", "a2", "a3", "a4");
    assertThat(take(2)).containsExactly("a1", "a2");
    add("b1");
    assertThat(take(3)).containsExactly("b1", "a3", "a4");
  }

  @Test
  void aBusyKeyDoesNotStarve() throws InterruptedException {
    add("a1", "a2", "a3");
    assertThat(take(1)).containsExactly("a1");
    add("b1", "c1", "b2", "c2");
    assertThat(take(2)).containsExactly("b1", "c1");
    add("b3", "c3");
    assertThat(take(3)).contains("a2");
  }

  @Test
  void whatIsRemovedIsGone() throws InterruptedException {
    add("a1", "a2");
    assertThat(queue.remove("a1")).isTrue();
    assertThat(queue.remove("a1")).isFalse();
    assertThat(queue.size()).isEqualTo(1);
    assertThat(take(1)).containsExactly("a2");
  }

  @Test
  void closingServesWhatIsLeft() throws InterruptedException {
    add("a1");
    queue.close();
    assertThat(queue.add("b", "b1")).isFalse();
    assertThat(queue.take()).isEqualTo("a1");
    assertThat(queue.take()).isNull();
  }
}
