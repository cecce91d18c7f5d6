package io.agentsrender.helm.schema.jsonschema.keyword;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Demands on arrays. */
public final class ArrayKeywords {
  private ArrayKeywords() {}

  private interface ArrayKeyword extends Keyword {
    void check(Evaluation evaluation, List<?> array);

    @Override
    default boolean check(Evaluation evaluation) {
      if (evaluation.value() instanceof List<?> array) {
        check(evaluation, array);
      }
      return true;
    }
  }

  private static Keyword onArrays(ArrayKeyword keyword) {
    return keyword;
  }

  public static Keyword minItems(int wanted) {
    return onArrays((evaluation, array) -> {
      if (array.size() < wanted) {
        evaluation.fail("minItems: " + ObjectKeywords.gotAndWant(array.size(), wanted));
      }
    });
  }

  public static Keyword maxItems(int wanted) {
    return onArrays((evaluation, array) -> {
      if (array.size() > wanted) {
        evaluation.fail("maxItems: " + ObjectKeywords.gotAndWant(array.size(), wanted));
      }
    });
  }

  public static Keyword uniqueItems() {
    return onArrays((evaluation, array) -> {
      Map<@Nullable Object, Integer> seen = new HashMap<>();
      for (int i = 0; i < array.size(); i++) {
        Integer first = seen.putIfAbsent(array.get(i), i);
        if (first != null) {
          evaluation.fail(
              "items at %s and %s are equal".formatted(Wording.number(first), Wording.number(i)));
          return;
        }
      }
    });
  }

  /** A schema for each of the first items. */
  public static Keyword firstItems(List<Subschema> schemas) {
    return onArrays((evaluation, array) -> {
      for (int i = 0; i < Math.min(array.size(), schemas.size()); i++) {
        evaluation.add(evaluation.part(schemas.get(i), array.get(i), Integer.toString(i)));
      }
    });
  }

  /**
   * A schema for the items from that index on. The library counts them from 0 again, so that its
   * messages name the wrong item (jsonschema/validator.go, arrValidate).
   */
  public static Keyword itemsFrom(int first, Subschema schema) {
    return onArrays((evaluation, array) -> {
      for (int i = first; i < array.size(); i++) {
        evaluation.add(evaluation.part(schema, array.get(i), Integer.toString(i - first)));
      }
    });
  }

  /** {@code "additionalItems": false}. */
  public static Keyword noItemsFrom(int first) {
    return onArrays((evaluation, array) -> {
      if (array.size() > first) {
        String count = Wording.number(array.size() - (long) first);
        evaluation.fail("last " + count + " additionalItem(s) not allowed");
      }
    });
  }

  /**
   * @param countsAsLookedAt whether an item that matches is no longer unevaluated
   */
  public record Contains(
      Subschema schema, @Nullable Integer min, @Nullable Integer max, boolean countsAsLookedAt) {}

  public static Keyword contains(Contains wanted) {
    return onArrays((evaluation, array) -> {
      List<Failure> failures = new ArrayList<>();
      List<Integer> matched = new ArrayList<>();
      BitSet unevaluated = evaluation.unevaluated().items();
      for (int i = 0; i < array.size(); i++) {
        Failure failure = evaluation.part(wanted.schema(), array.get(i), Integer.toString(i));
        if (failure != null) {
          failures.add(failure);
          continue;
        }
        matched.add(i);
        if (wanted.countsAsLookedAt() && unevaluated.get(i)) {
          unevaluated.clear(i);
        }
      }
      checkCounts(evaluation, wanted, matched, failures);
    });
  }

  private static void checkCounts(
      Evaluation evaluation, Contains wanted, List<Integer> matched, List<Failure> failures) {
    String found =
        "matched "
            + Wording.number(matched.size())
            + " items at "
            + matched.stream().map(String::valueOf).collect(Collectors.joining(" "));
    if (wanted.min() != null && matched.size() < wanted.min()) {
      String got = matched.isEmpty() ? "none matched" : found;
      evaluation.fail(
          "min "
              + Wording.number(wanted.min())
              + " items required to match contains schema, but "
              + got,
          failures);
    } else if (wanted.min() == null && matched.isEmpty()) {
      evaluation.fail("no items match contains schema", failures);
    }
    if (wanted.max() != null && matched.size() > wanted.max()) {
      evaluation.fail(
          "max "
              + Wording.number(wanted.max())
              + " items required to match contains schema, but "
              + found);
    }
  }

  /** To be checked after all others. */
  public static Keyword unevaluatedItems(Subschema schema) {
    return onArrays((evaluation, array) -> {
      BitSet items = evaluation.unevaluated().items();
      for (int i = items.nextSetBit(0); i >= 0; i = items.nextSetBit(i + 1)) {
        evaluation.add(evaluation.part(schema, array.get(i), Integer.toString(i)));
      }
      items.clear();
    });
  }
}
