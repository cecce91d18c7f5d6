package io.agentsrender.yaml.read;

import io.agentsrender.yaml.ScalarStyle;
import io.agentsrender.yaml.read.grammar.Events;
import io.agentsrender.yaml.scan.token.Token;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Passes only some entries of the root map on to a composer, and checks the others without making
 * nodes of them. What is refused is the same as if all were composed.
 */
final class Outline implements Events {
  /** There are anchors or merge keys: what is left out may be needed, so all must be composed. */
  static final class NeedsAllException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }

  /** What may come next in an open collection. */
  private enum Next {
    ITEM,
    KEY,
    VALUE
  }

  private final Composer composer;
  private final Predicate<String> wanted;
  private Next[] open = new Next[32];
  private int depth;

  /** The depth of the collections that are passed on, the root included. */
  private int passed;

  /** Whether the entry of the root that is being read is passed on. */
  private boolean passing;

  Outline(Composer composer, Predicate<String> wanted) {
    this.composer = composer;
    this.wanted = wanted;
  }

  private boolean isPassed() {
    return depth == 0 || passing && passed > 0;
  }

  @Override
  public void scalar(@Nullable String anchor, String tag, @Nullable Token token, long mark) {
    boolean key = depth > 0 && open[depth - 1] == Next.KEY;
    if (key && token != null && token.isText("<<") || anchor != null) {
      throw new NeedsAllException();
    }
    if (key && depth == 1) {
      passing = wanted.test(composer.keyName(tag, token, mark));
    }
    if (isPassed()) {
      composer.scalar(null, tag, token, mark);
    } else if (mayBeFaulty(key, tag, token)) {
      composer.check(key, tag, token, mark);
    }
    advance();
  }

  /** Most scalars are fine, as their first character tells. */
  private static boolean mayBeFaulty(boolean key, String tag, @Nullable Token token) {
    if (!tag.isEmpty()) {
      return true;
    }
    if (token == null) {
      return key;
    }
    if (token.style() != ScalarStyle.PLAIN) {
      return false;
    }
    int first = token.firstByte();
    if (first == '.' || first == '+' || first == '-') {
      return true;
    }
    return key && (first >= '0' && first <= '9' || first == '~' || first == 'n' || first == 'N');
  }

  @Override
  public void alias(String anchor, long mark) {
    throw new NeedsAllException();
  }

  @Override
  public void startList(@Nullable String anchor, boolean flow, long mark) {
    start(anchor, flow, mark, Next.ITEM);
  }

  @Override
  public void startMap(@Nullable String anchor, boolean flow, long mark) {
    start(anchor, flow, mark, Next.KEY);
  }

  private void start(@Nullable String anchor, boolean flow, long mark, Next next) {
    boolean key = depth > 0 && open[depth - 1] == Next.KEY;
    if (anchor != null || key) {
      // A key that is a collection is a fault, which the composer describes.
      throw new NeedsAllException();
    }
    if (isPassed()) {
      passed = depth + 1;
      if (next == Next.ITEM) {
        composer.startList(null, flow, mark);
      } else {
        composer.startMap(null, flow, mark);
      }
    }
    if (depth == open.length) {
      open = Arrays.copyOf(open, depth * 2);
    }
    open[depth++] = next;
  }

  @Override
  public void endList() {
    if (end()) {
      composer.endList();
    }
    advance();
  }

  @Override
  public void endMap() {
    if (end()) {
      composer.endMap();
    }
    advance();
  }

  private boolean end() {
    boolean wasPassed = depth == passed;
    depth--;
    if (wasPassed) {
      passed--;
    }
    return wasPassed;
  }

  private void advance() {
    if (depth > 0 && open[depth - 1] != Next.ITEM) {
      open[depth - 1] = open[depth - 1] == Next.KEY ? Next.VALUE : Next.KEY;
    }
  }
}
