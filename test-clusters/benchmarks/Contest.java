import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Times ways to do the same work in turns, round after round, so that what else the machine does
 * hits all of them, and holds the ratios of their medians against what they should be.
 */
final class Contest {
  /** Something to be timed. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  private record Pair(
      String name, double expected, Work prepare, Work ours, Work theirs, double[][] times) {}

  private final int warmUp = Integer.getInteger("benchmark.warmup", 15);
  private final int rounds = Integer.getInteger("benchmark.rounds", 21);
  private final List<Pair> pairs = new ArrayList<>();

  /**
   * Compares ours with theirs.
   *
   * @param expected the ratio of medians, at most; 0 where the ratio is only told
   */
  void compare(String name, double expected, Work ours, Work theirs) {
    compare(name, expected, () -> {}, ours, theirs);
  }

  /**
   * As above.
   *
   * @param prepare done before each round, and not timed
   */
  void compare(String name, double expected, Work prepare, Work ours, Work theirs) {
    pairs.add(new Pair(name, expected, prepare, ours, theirs, new double[2][rounds]));
  }

  /** Does it all, prints a table, and ends the program. */
  void hold() throws Exception {
    for (int round = -warmUp; round < rounds; round++) {
      for (Pair pair : pairs) {
        pair.prepare.run();
        double ours = milliseconds(pair.ours);
        double theirs = milliseconds(pair.theirs);
        if (round >= 0) {
          pair.times[0][round] = ours;
          pair.times[1][round] = theirs;
        }
      }
    }
    boolean failed = false;
    System.out.printf("%-64s %10s %10s %6s%n", "", "ours", "theirs", "ratio");
    for (Pair pair : pairs) {
      double ours = median(pair.times[0]);
      double theirs = median(pair.times[1]);
      boolean missed = pair.expected > 0 && ours / theirs > pair.expected;
      failed |= missed;
      System.out.printf(
          Locale.ROOT,
          "%-64s %7.1f ms %7.1f ms %6.3f%s%n",
          pair.name,
          ours,
          theirs,
          ours / theirs,
          pair.expected == 0
              ? ""
              : missed ? "  MISSED, at most " + pair.expected : "  at most " + pair.expected);
    }
    System.exit(failed ? 1 : 0);
  }

  private static double milliseconds(Work work) throws Exception {
    long begun = System.nanoTime();
    work.run();
    return (System.nanoTime() - begun) / 1e6;
  }

  private static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
