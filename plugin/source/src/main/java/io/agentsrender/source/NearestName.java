package io.agentsrender.source;

import java.util.Collection;
import java.util.Optional;

/** Finds the known name a person most probably meant. */
public final class NearestName {
  private NearestName() {}

  /**
   * The known name with the fewest changed, added, removed or swapped letters, or empty where none
   * is near: at most a third of the letters may differ.
   */
  public static Optional<String> of(String name, Collection<String> known) {
    String best = null;
    int bestDistance = Math.max(1, name.length() / 3) + 1;
    for (String candidate : known) {
      int distance = distance(name, candidate, bestDistance);
      if (distance < bestDistance) {
        bestDistance = distance;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * Optimal string alignment distance, ignoring case; {@code limit} or more is all the same to the
   * caller.
   */
  private static int distance(String left, String right, int limit) {
    if (Math.abs(left.length() - right.length()) >= limit) {
      return limit;
    }
    int[][] cost = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, left, right, i, j);
      }
    }
    return cost[left.length()][right.length()];
  }

  private static int cheapest(int[][] cost, String left, String right, int i, int j) {
    boolean same = at(left, i - 1) == at(right, j - 1);
    int best =
        Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1
            && j > 1
            && at(left, i - 1) == at(right, j - 2)
            && at(left, i - 2) == at(right, j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }

  private static char at(String text, int index) {
    return Character.toLowerCase(text.charAt(index));
  }
}
