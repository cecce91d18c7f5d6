package io.agentsrender.helm.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What makes a document a hook.
 *
 * @param events when it runs
 * @param weight its place among the hooks of one event; it plays no part in printing
 * @param deletePolicies when it is deleted, as the annotation has it
 */
public record Hook(List<Event> events, int weight, List<String> deletePolicies) {
  static final String ANNOTATION = "helm.sh/hook";
  private static final String WEIGHT = "helm.sh/hook-weight";
  private static final String DELETE_POLICY = "helm.sh/hook-delete-policy";

  /** A moment at which hooks run. */
  public enum Event {
    PRE_INSTALL,
    POST_INSTALL,
    PRE_DELETE,
    POST_DELETE,
    PRE_UPGRADE,
    POST_UPGRADE,
    PRE_ROLLBACK,
    POST_ROLLBACK,
    TEST;

    private static Optional<Event> of(String name) {
      if (name.equals("test-success")) {
        return Optional.of(TEST);
      }
      for (Event event : values()) {
        if (event.toString().equals(name)) {
          return Optional.of(event);
        }
      }
      return Optional.empty();
    }

    /** As in the annotation. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Hook {
    events = List.copyOf(events);
    deletePolicies = List.copyOf(deletePolicies);
  }

  /**
   * The hook that annotations describe; empty where one of its events is unknown, on which Helm
   * drops the document.
   */
  static Optional<Hook> of(Map<String, String> annotations) {
    List<Event> events = new ArrayList<>();
    for (String name : words(annotations.getOrDefault(ANNOTATION, ""))) {
      Optional<Event> event = Event.of(name);
      if (event.isEmpty()) {
        return Optional.empty();
      }
      events.add(event.get());
    }
    List<String> policies =
        annotations.containsKey(DELETE_POLICY)
            ? words(annotations.getOrDefault(DELETE_POLICY, ""))
            : List.of();
    return Optional.of(new Hook(events, weight(annotations), policies));
  }

  private static List<String> words(String list) {
    List<String> words = new ArrayList<>();
    for (String word : list.split(",", -1)) {
      words.add(word.strip().toLowerCase(Locale.ROOT));
    }
    return words;
  }

  private static int weight(Map<String, String> annotations) {
    try {
      return Integer.parseInt(annotations.getOrDefault(WEIGHT, "0"));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Whether it is a test, which {@code --skip-tests} leaves out. */
  public boolean isTest() {
    return events.contains(Event.TEST);
  }
}
