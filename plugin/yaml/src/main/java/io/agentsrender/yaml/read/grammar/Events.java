package io.agentsrender.yaml.read.grammar;

import io.agentsrender.yaml.scan.token.Token;
import org.jspecify.annotations.Nullable;

/** Takes the nodes of a document in the order of their text. Marks are those of the scanner. */
public interface Events {
  /**
   * A scalar.
   *
   * @param tag as it resolves through the tag directives; empty where there is none
   * @param token null for one that is left out, as after {@code key:}
   */
  void scalar(@Nullable String anchor, String tag, @Nullable Token token, long mark);

  void alias(String anchor, long mark);

  /**
   * A list.
   *
   * @param flow whether it is written in brackets
   */
  void startList(@Nullable String anchor, boolean flow, long mark);

  void endList();

  /**
   * A map.
   *
   * @param flow whether it is written in braces
   */
  void startMap(@Nullable String anchor, boolean flow, long mark);

  void endMap();
}
