package io.agentsrender.yaml.read;

import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.MapNode.Entry;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.ScalarStyle;
import io.agentsrender.yaml.read.fault.DecodeFault;
import io.agentsrender.yaml.read.fault.Faults;
import io.agentsrender.yaml.read.fault.LimitFault;
import io.agentsrender.yaml.read.grammar.Events;
import io.agentsrender.yaml.read.map.AliasMeter;
import io.agentsrender.yaml.read.map.HelmMap;
import io.agentsrender.yaml.read.map.KustomizeMap;
import io.agentsrender.yaml.read.map.MapAssembly;
import io.agentsrender.yaml.scalar.CoreTag;
import io.agentsrender.yaml.scan.text.Mark;
import io.agentsrender.yaml.scan.token.TextPool;
import io.agentsrender.yaml.scan.token.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds the nodes of a document. Go parses a document first and makes values of it afterwards, so
 * a fault of the values is kept until the text has turned out to be YAML.
 */
final class Composer implements Events {
  /** An anchor; its node is null while it is still open. */
  private static final class Anchored {
    private @Nullable Node node;
    private long nodes;
  }

  /** A collection that is still open. */
  private static final class Frame {
    private final boolean flow;
    private final long mark;
    private final long nodesBefore;
    private final @Nullable Anchored anchored;
    private final @Nullable List<Node> items;
    private final @Nullable MapAssembly map;

    Frame(
        boolean flow,
        long mark,
        long nodesBefore,
        @Nullable Anchored anchored,
        @Nullable List<Node> items,
        @Nullable MapAssembly map) {
      this.flow = flow;
      this.mark = mark;
      this.nodesBefore = nodesBefore;
      this.anchored = anchored;
      this.items = items;
      this.map = map;
    }
  }

  private final Dialect dialect;
  private final Faults faults;
  private final String file;
  private final int lineOffset;
  private final long maxNodes;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private final TextPool pool = new TextPool();
  private final Deque<Frame> frames = new ArrayDeque<>();
  private final IdentityHashMap<MapNode, List<Entry>> unmerged = new IdentityHashMap<>();
  private AliasMeter meter;
  private @Nullable Frame top;
  private @Nullable Node root;

  Composer(Dialect dialect, boolean strict, String file, int firstLine, YamlLimits limits) {
    this.dialect = dialect;
    this.faults = new Faults(strict);
    this.file = file;
    this.lineOffset = firstLine;
    this.maxNodes = limits.expandedNodes();
    this.meter = new AliasMeter(maxNodes);
  }

  /**
   * Ends a document.
   *
   * @throws DecodeFault where it has no value in Go
   */
  Node takeRoot() {
    Node node = root;
    if (node == null) {
      throw new IllegalStateException("no document was read");
    }
    root = null;
    meter = new AliasMeter(maxNodes);
    if (dialect == Dialect.HELM) {
      // go-yaml v3 keeps the anchors of earlier documents.
      anchors.clear();
    }
    faults.raise();
    return node;
  }

  private int line(long mark) {
    return Mark.line(mark) + lineOffset;
  }

  private static int column(long mark) {
    return Mark.column(mark) + 1;
  }

  private ScalarNode node(String tag, @Nullable Token token, long mark) {
    String shortTag = tag.isEmpty() ? null : CoreTag.shorten(tag);
    String text = token == null ? "" : token.text(pool);
    ScalarStyle style = token == null ? ScalarStyle.PLAIN : token.style();
    return new ScalarNode(text, style, shortTag, dialect, file, line(mark), column(mark));
  }

  /** The name of a key that is not composed. */
  String keyName(String tag, @Nullable Token token, long mark) {
    return node(tag, token, mark).name();
  }

  /** Looks for faults of a scalar that is not composed. */
  void check(boolean key, String tag, @Nullable Token token, long mark) {
    ScalarNode node = node(tag, token, mark);
    if (dialect == Dialect.HELM) {
      faults.checkScalar(node, mark, key);
      if (key) {
        faults.checkKey(node, mark);
      }
    }
  }

  @Override
  public void scalar(@Nullable String anchor, String tag, @Nullable Token token, long mark) {
    ScalarNode node = node(tag, token, mark);
    meter.count(1);
    if (dialect == Dialect.HELM) {
      boolean isKey = top != null && top.map != null && top.map.expectsKey();
      faults.checkScalar(node, mark, isKey);
    }
    if (anchor != null) {
      Anchored anchored = new Anchored();
      anchored.node = node;
      anchored.nodes = 1;
      anchors.put(anchor, anchored);
    }
    add(node, mark, false);
  }

  @Override
  public void alias(String anchor, long mark) {
    Anchored anchored = anchors.get(anchor);
    if (anchored == null) {
      String reason = "unknown anchor '" + anchor + "' referenced";
      throw DecodeFault.yaml(reason, "unknown anchor referenced", mark);
    }
    meter.countAlias(anchored.nodes);
    if (meter.isExcessive() && dialect == Dialect.HELM) {
      faults.decode("document contains excessive aliasing", mark);
    } else if (meter.isTooLarge()) {
      throw new LimitFault(
          "not supported: its aliases stand for more than " + maxNodes + " nodes", mark);
    }
    Node node = anchored.node;
    if (node == null) {
      faults.decode("anchor '" + anchor + "' value contains itself", mark);
      node = new ScalarNode("", ScalarStyle.PLAIN, null, dialect, file, line(mark), column(mark));
    }
    add(node, mark, true);
  }

  @Override
  public void startList(@Nullable String anchor, boolean flow, long mark) {
    start(anchor, flow, mark, new ArrayList<>(), null);
  }

  @Override
  public void startMap(@Nullable String anchor, boolean flow, long mark) {
    MapAssembly map =
        dialect == Dialect.HELM ? new HelmMap(faults, meter) : new KustomizeMap(faults, unmerged);
    start(anchor, flow, mark, null, map);
  }

  private void start(
      @Nullable String anchor,
      boolean flow,
      long mark,
      @Nullable List<Node> items,
      @Nullable MapAssembly map) {
    Anchored anchored = null;
    if (anchor != null) {
      anchored = new Anchored();
      anchors.put(anchor, anchored);
    }
    if (top != null) {
      frames.push(top);
    }
    top = new Frame(flow, mark, meter.nodes(), anchored, items, map);
    meter.count(1);
  }

  @Override
  public void endList() {
    Frame frame = open();
    List<Node> items = frame.items == null ? List.of() : frame.items;
    end(frame, new ListNode(items, frame.flow, file, line(frame.mark), column(frame.mark)));
  }

  @Override
  public void endMap() {
    Frame frame = open();
    if (frame.map == null) {
      throw new IllegalStateException("not in a map");
    }
    end(frame, frame.map.build(frame.flow, file, line(frame.mark), column(frame.mark)));
  }

  private Frame open() {
    if (top == null) {
      throw new IllegalStateException("nothing is open");
    }
    return top;
  }

  private void end(Frame frame, Node node) {
    if (frame.anchored != null) {
      frame.anchored.node = node;
      frame.anchored.nodes = meter.nodes() - frame.nodesBefore;
    }
    top = frames.poll();
    add(node, frame.mark, false);
  }

  private void add(Node node, long mark, boolean aliased) {
    if (top == null) {
      root = node;
    } else if (top.items != null) {
      top.items.add(node);
    } else if (top.map != null) {
      top.map.add(node, mark, aliased);
    }
  }
}
