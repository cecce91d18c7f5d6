package io.agentsrender.yaml.read.map;

import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.MapNode.Entry;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.ScalarStyle;
import io.agentsrender.yaml.read.fault.Faults;
import io.agentsrender.yaml.scalar.CoreTag;
import io.agentsrender.yaml.scan.text.Mark;

/**
 * The rules of go-yaml v2 (decode.go, mapping): merge keys act where they stand, and the last of
 * two equal keys wins.
 */
public final class HelmMap extends MapAssembly {
  private final MapBuilder map = new MapBuilder();
  private final Faults faults;
  private final AliasMeter meter;

  public HelmMap(Faults faults, AliasMeter meter) {
    this.faults = faults;
    this.meter = meter;
  }

  @Override
  boolean isMerge(ScalarNode key) {
    if (!key.text().equals("<<")) {
      return false;
    }
    String tag = key.explicitTag().orElse(null);
    return tag == null
        ? key.style() == ScalarStyle.PLAIN
        : tag.equals("!") || tag.equals(CoreTag.MERGE.shortForm());
  }

  @Override
  void keyAdded(Node key, long mark, boolean merge) {
    if (merge) {
      meter.count(-1);
    } else {
      faults.checkKey(key, mark);
    }
  }

  @Override
  void addEntry(ScalarNode key, boolean keyAliased, Node value, long mark) {
    put(new Entry(key, value), Mark.line(mark) + 1);
  }

  private void put(Entry entry, int line) {
    Entry old = map.put(entry);
    if (old != null) {
      faults.duplicate(old.key(), entry.key(), line);
    }
  }

  @Override
  void addMerge(ScalarNode key, Node value, long mark, boolean aliased) {
    if (value instanceof ListNode list && !aliased) {
      meter.count(-1);
      // The first of several merged maps wins.
      for (Node item : list.items().reversed()) {
        merge(item, mark);
      }
    } else {
      merge(value, mark);
    }
  }

  private void merge(Node value, long mark) {
    if (!(value instanceof MapNode merged)) {
      faults.decode(Faults.MERGE, mark);
      return;
    }
    if (faults.isStrict()) {
      // Duplicates in a merged map are found once more.
      merged.shadowed().forEach(entry -> put(entry, entry.value().line()));
    }
    merged.entries().forEach(entry -> put(entry, entry.value().line()));
  }

  @Override
  public MapNode build(boolean flow, String file, int line, int column) {
    return map.build(flow, file, line, column);
  }
}
