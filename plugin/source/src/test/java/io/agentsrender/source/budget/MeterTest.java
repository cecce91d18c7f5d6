package io.agentsrender.source.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.source.budget.BudgetExceededException.Limit;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class MeterTest {
  private final AtomicLong clock = new AtomicLong();
  private final AtomicBoolean cancelled = new AtomicBoolean();

  @Test
  void stopsAfterTheLastStep() {
    Meter meter = meter(Budget.DEFAULT.withSteps(10));
    meter.step(10);
    assertExceeded(Limit.STEPS, meter::step);
  }

  @Test
  void stopsOnOutput() {
    Meter meter = meter(Budget.DEFAULT.withOutputBytes(3));
    meter.output(3);
    assertExceeded(Limit.OUTPUT, () -> meter.output(1));
  }

  @Test
  void stopsOnDepthAndCountsWhatWasLeft() {
    Meter meter = meter(Budget.DEFAULT.withDepth(2));
    meter.enter();
    meter.leave();
    meter.enter();
    meter.enter();
    assertExceeded(Limit.DEPTH, meter::enter);
  }

  @Test
  void stopsOnTime() {
    Meter meter = meter(Budget.DEFAULT.withTime(Duration.ofMillis(5)));
    clock.set(5_000_001);
    assertExceeded(Limit.TIME, () -> meter.step(100_000));
  }

  @Test
  void stopsWhenCancelled() {
    Meter meter = meter(Budget.DEFAULT);
    cancelled.set(true);
    assertExceeded(Limit.CANCELLED, () -> meter.step(100_000));
  }

  private Meter meter(Budget budget) {
    return new Meter(budget, clock::get, cancelled::get);
  }

  private static void assertExceeded(Limit limit, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            BudgetExceededException.class, e -> assertThat(e.limit()).isEqualTo(limit));
  }
}
