package io.agentsrender.yaml.write;

import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.MapNode.Entry;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.ScalarStyle;
import io.agentsrender.yaml.read.YamlException;
import io.agentsrender.yaml.read.YamlReader;
import io.agentsrender.yaml.scalar.CoreTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What becomes of nodes when kustomize prints them: kyaml writes them as YAML in the styles they
 * were read in, and reads that again (rnode.go, MarshalJSON). Most nodes come out as they went in;
 * folded texts, and what is empty or a time in brackets or braces, do not.
 */
public final class KyamlRoundTrip {
  private static final YamlReader READER = YamlReader.of(Dialect.KUSTOMIZE);

  private KyamlRoundTrip() {}

  /**
   * The node as it comes out, with the places of the one that went in.
   *
   * @throws RenderException where kyaml cannot read what it wrote, or cannot make JSON of it
   */
  public static Node of(Node node) {
    Node survivor = of(node, false);
    return KyamlJson.checked(survivor);
  }

  private static Node of(Node node, boolean inFlow) {
    return switch (node) {
      case ScalarNode scalar -> ofScalar(scalar, inFlow);
      case ListNode list -> {
        boolean flow = inFlow || list.isFlow();
        List<Node> items = new ArrayList<>(list.size());
        boolean changed = false;
        for (Node item : list.items()) {
          Node survivor = of(item, flow);
          changed |= survivor != item;
          items.add(survivor);
        }
        yield changed ? list.withItems(items) : list;
      }
      case MapNode map -> {
        boolean flow = inFlow || map.isFlow();
        List<Entry> entries = new ArrayList<>(map.size());
        boolean changed = false;
        for (Entry entry : map.entries()) {
          Node survivor = of(entry.value(), flow);
          ScalarNode key = ofKey(entry.key());
          boolean merge = isMerge(key);
          changed |= merge || survivor != entry.value() || key != entry.key();
          if (!merge || !(survivor instanceof MapNode merged)) {
            entries.add(new Entry(key, entry.name(), survivor));
          } else {
            merged.entries().stream()
                .filter(inherited -> !map.has(inherited.name()))
                .forEach(entries::add);
          }
        }
        yield changed ? map.withEntries(entries) : map;
      }
    };
  }

  /** An empty key gets quotes, so that it is no null any more. */
  private static ScalarNode ofKey(ScalarNode key) {
    boolean bare =
        key.text().isEmpty() && key.style() == ScalarStyle.PLAIN && key.explicitTag().isEmpty();
    return bare ? withStyle(key, "", ScalarStyle.SINGLE_QUOTED) : key;
  }

  /** A merge key that kyaml has left, because it came out of a merge itself. */
  private static boolean isMerge(ScalarNode key) {
    return key.text().equals("<<") && key.tag().equals(CoreTag.MERGE.shortForm());
  }

  /**
   * A scalar as it comes out.
   *
   * @param inFlow whether it stands in brackets or braces, however far out
   * @throws RenderException where kyaml cannot read what it wrote
   */
  public static ScalarNode ofScalar(ScalarNode scalar, boolean inFlow) {
    String text = scalar.text();
    return switch (scalar.style()) {
      case PLAIN -> {
        if (inFlow && scalar.explicitTag().isEmpty() && isQuotedInFlow(text)) {
          yield withStyle(scalar, text, ScalarStyle.SINGLE_QUOTED);
        }
        yield scalar;
      }
      case LITERAL -> {
        if (text.startsWith("\t") && !inFlow && ScalarAnalysis.of(text, false).blockAllowed()) {
          throw new RenderException(
              Problem.error(
                      "writing a literal text",
                      "found a tab character where an indentation space is expected")
                  .withPlace(scalar.position())
                  .withAdvice(
                      "kustomize cannot read back a literal text that starts with a tab; start it"
                          + " with another character or write it in quotes."));
        }
        yield scalar;
      }
      case FOLDED -> inFlow ? scalar : folded(scalar);
      case SINGLE_QUOTED, DOUBLE_QUOTED -> scalar;
    };
  }

  /** Only what is no string changes by its quotes: nothing, and times. */
  private static boolean isQuotedInFlow(String text) {
    return text.isEmpty() || !ScalarAnalysis.of(text, false).flowPlainAllowed();
  }

  private static ScalarNode folded(ScalarNode scalar) {
    ScalarNode bare = withStyle(scalar, scalar.text(), ScalarStyle.FOLDED);
    MapNode map =
        new MapNode(
            List.of(new Entry(ScalarNode.plain("a", Dialect.KUSTOMIZE, scalar.position()), bare)),
            scalar.position());
    ScalarNode survivor = (ScalarNode) Objects.requireNonNull(reread(map, scalar).get("a"));
    return survivor.text().equals(scalar.text())
        ? scalar
        : withStyle(scalar, survivor.text(), survivor.style());
  }

  private static MapNode reread(MapNode map, ScalarNode folded) {
    try {
      return (MapNode) READER.first(YamlWriter.kyaml().write(map), folded.file());
    } catch (YamlException e) {
      throw new RenderException(
          Problem.error("writing a folded text", e.problems().getFirst().reason())
              .withPlace(folded.position())
              .withAdvice(
                  "kustomize cannot read back what it makes of this folded text; write it as a"
                      + " literal text (|) or in quotes."));
    }
  }

  private static ScalarNode withStyle(ScalarNode scalar, String text, ScalarStyle style) {
    return ScalarNode.of(
        text, style, scalar.explicitTag().orElse(null), scalar.dialect(), scalar.position());
  }
}
