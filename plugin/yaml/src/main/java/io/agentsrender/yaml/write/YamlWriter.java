package io.agentsrender.yaml.write;

import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.BinaryText;
import io.agentsrender.yaml.JsonShape;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.MapNode.Entry;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.json.StructFields;
import io.agentsrender.yaml.write.KeyForms.KeyForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes YAML byte for byte as Go's libraries do.
 *
 * <p>It takes maps with string keys, lists, String, Boolean, integers, Double, Float, {@link
 * io.agentsrender.yaml.json.JsonNumber}, {@link BinaryText}, null, and {@link Node}s; strings are
 * ordinary text. The result ends with a line feed.
 */
public final class YamlWriter {
  private static final int MAX_DEPTH = 1000;
  private static final KeyForms KEYS_OF_V2 = new KeyForms(false);
  private static final KeyForms KEYS_OF_V3 = new KeyForms(true);
  private static final YamlWriter SIGS = new YamlWriter(Layout.V2);

  private final Layout layout;
  private final KeyOrder order;
  private final KeyForms keys;

  private YamlWriter(Layout layout) {
    this.layout = layout;
    this.order = new KeyOrder(layout.isV3());
    this.keys = layout.isV3() ? KEYS_OF_V3 : KEYS_OF_V2;
  }

  /**
   * Marshal of sigs.k8s.io/yaml, which goes through JSON to go-yaml v2: Helm's {@code toYaml} and
   * the output of kustomize.
   */
  public static YamlWriter goYamlV2() {
    return SIGS;
  }

  /** An encoder of go-yaml v3 with this indentation; with 2 it is Helm's {@code toYamlPretty}. */
  public static YamlWriter goYamlV3(int indent) {
    return new YamlWriter(Layout.v3(indent, false));
  }

  /** The encoder of go-yaml v3 as kyaml sets it up: two columns, dashes not indented. */
  public static YamlWriter kyaml() {
    return new YamlWriter(Layout.v3(2, true));
  }

  /**
   * Writes one document.
   *
   * @throws RenderException where Go gives an error
   */
  public String write(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  /** Writes one document to the end of {@code out}. */
  public void write(@Nullable Object value, StringBuilder out) {
    Walk walk = new Walk(new Emitter(layout, out));
    walk.node(value, Emitter.Place.ROOT, 0);
    walk.emitter.end();
  }

  /** One document being written. */
  private final class Walk {
    private final Emitter emitter;

    Walk(Emitter emitter) {
      this.emitter = emitter;
    }

    void node(@Nullable Object value, Emitter.Place place, int depth) {
      if (depth > MAX_DEPTH) {
        throw new RenderException(
            Problem.error("writing YAML", "it nests deeper than " + MAX_DEPTH + " levels"));
      }
      switch (value) {
        case MapNode map when layout.isV3() -> nodeMap(map, place, depth);
        case ListNode list when layout.isV3() && (list.isFlow() || emitter.inFlow()) ->
            flowList(list.items(), place, depth);
        case ListNode list -> list(list.items(), place, depth);
        case ScalarNode scalar when layout.isV3() -> scalar(ofNode(scalar), place);
        case Node node -> node(JsonShape.of(node), place, depth);
        case Map<?, ?> map -> map(map, place, depth);
        case List<?> list -> list(list, place, depth);
        case null, default -> scalar(form(value), place);
      }
    }

    private void scalar(ScalarForm form, Emitter.Place place) {
      emitter.scalar(form.text(), form.style(), form.tag(), place);
    }

    private ScalarForm form(@Nullable Object value) {
      return layout.isV3() ? ofValue(value) : JsonRoundTrip.value(value);
    }

    private void list(List<?> items, Emitter.Place place, int depth) {
      if (items.isEmpty()) {
        emitter.startFlow('[', place);
        emitter.endFlow(']');
        return;
      }
      emitter.startBlockList(place);
      for (Object item : items) {
        emitter.startBlockItem();
        node(item, Emitter.Place.BLOCK_ITEM, depth + 1);
      }
      emitter.endBlock();
    }

    private void map(Map<?, ?> map, Emitter.Place place, int depth) {
      if (map.isEmpty()) {
        emptyMap(place);
        return;
      }
      emitter.startBlockMap(place);
      for (String name : names(map)) {
        KeyForm key = keys.of(name);
        entry(key.form(), key.simple(), map.get(name), depth);
      }
      emitter.endBlock();
    }

    private List<String> names(Map<?, ?> map) {
      List<String> names = new ArrayList<>(map.size());
      for (Object key : map.keySet()) {
        names.add(String.valueOf(key));
      }
      return layout.isV3() && map instanceof StructFields ? names : order.sorted(names);
    }

    private void flowList(List<Node> items, Emitter.Place place, int depth) {
      emitter.startFlow('[', place);
      boolean first = true;
      for (Node item : items) {
        emitter.startFlowItem(first);
        node(item, Emitter.Place.FLOW_ITEM, depth + 1);
        first = false;
      }
      emitter.endFlow(']');
    }

    private void flowMap(MapNode map, Emitter.Place place, int depth) {
      emitter.startFlow('{', place);
      boolean first = true;
      for (Entry entry : map.entries()) {
        ScalarForm key = ofNode(entry.key());
        boolean simple = emitter.isSimpleKey(key.text(), key.tag());
        scalar(key, emitter.startFlowKey(first, simple));
        emitter.startFlowValue(simple);
        node(entry.value(), Emitter.Place.VALUE, depth + 1);
        first = false;
      }
      emitter.endFlow('}');
    }

    private void nodeMap(MapNode map, Emitter.Place place, int depth) {
      if (map.isEmpty() || map.isFlow() || emitter.inFlow()) {
        flowMap(map, place, depth);
        return;
      }
      emitter.startBlockMap(place);
      for (Entry entry : map.entries()) {
        ScalarForm key = ofNode(entry.key());
        entry(key, emitter.isSimpleKey(key.text(), key.tag()), entry.value(), depth);
      }
      emitter.endBlock();
    }

    private void emptyMap(Emitter.Place place) {
      emitter.startFlow('{', place);
      emitter.endFlow('}');
    }

    private void entry(ScalarForm key, boolean simple, @Nullable Object value, int depth) {
      scalar(key, emitter.startBlockKey(simple));
      emitter.startBlockValue(simple);
      node(value, Emitter.Place.VALUE, depth + 1);
    }
  }

  private static ScalarForm ofValue(@Nullable Object value) {
    return switch (value) {
      case null -> ScalarForm.NULL;
      case String text -> ScalarForm.string(text, true);
      case BinaryText binary -> ScalarForm.binary(binary.base64());
      default -> ScalarForm.other(value);
    };
  }

  /** A node keeps the style and the tag it was read with. */
  private static ScalarForm ofNode(ScalarNode node) {
    return new ScalarForm(node.text(), node.style(), node.explicitTag().orElse(null));
  }
}
