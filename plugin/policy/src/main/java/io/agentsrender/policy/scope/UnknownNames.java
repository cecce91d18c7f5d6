package io.agentsrender.policy.scope;

import io.agentsrender.policy.settings.PlacedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Names in settings that nothing answers to. Settings of the application hold in several scopes at
 * once, and there a name need be known in one of them only.
 */
public final class UnknownNames {
  private final Map<PlacedText, Boolean> found = new LinkedHashMap<>();

  public void saw(PlacedText name, boolean known) {
    found.merge(name, known, Boolean::logicalOr);
  }

  /** In the order in which they were first seen. */
  public List<PlacedText> names() {
    List<PlacedText> names = new ArrayList<>();
    found.forEach((name, known) -> {
      if (!known) {
        names.add(name);
      }
    });
    return names;
  }
}
