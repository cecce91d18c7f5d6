package io.agentsrender.kustomize.node;

import io.agentsrender.source.Position;
import io.agentsrender.yaml.ScalarStyle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node that transformers work on. One node may stand in several places: kustomize puts a label's
 * value into metadata, selector and template as one node, so that a later patch of one changes all,
 * and what it prints depends on it.
 *
 * <p>A mapping's {@link #content()} holds keys and values in turn. Nodes read from a file take
 * their children from the parsed document when these are first asked for.
 */
public final class MutableNode {
  private NodeKind kind;
  private String tag;
  private ScalarStyle style;
  private boolean tagWritten;
  private boolean flow;
  private String value;
  private @Nullable ArrayList<MutableNode> content;
  private @Nullable Origin origin;

  /** Where a node was read, and what its children are before they are asked for. */
  public interface Origin {
    Position position();

    /** Fresh nodes for the children. */
    ArrayList<MutableNode> children();
  }

  private MutableNode(
      NodeKind kind,
      String tag,
      ScalarStyle style,
      String value,
      @Nullable ArrayList<MutableNode> content,
      @Nullable Origin origin) {
    this.kind = kind;
    this.tag = tag;
    this.style = style;
    this.value = value;
    this.content = content;
    this.origin = origin;
  }

  public static MutableNode read(
      NodeKind kind,
      String tag,
      boolean tagWritten,
      ScalarStyle style,
      String value,
      Origin origin) {
    MutableNode node = new MutableNode(kind, tag, style, value, null, origin);
    node.tagWritten = tagWritten;
    return node;
  }

  /** A collection as it stands in a file. */
  public static MutableNode read(NodeKind kind, String tag, boolean flow, Origin origin) {
    MutableNode node = new MutableNode(kind, tag, ScalarStyle.PLAIN, "", null, origin);
    node.flow = flow;
    return node;
  }

  /** A plain scalar whose type follows from its text (kyaml NewScalarRNode). */
  public static MutableNode scalar(String value) {
    return tagged(Tag.NONE, value);
  }

  public static MutableNode tagged(String tag, String value) {
    return new MutableNode(NodeKind.SCALAR, tag, ScalarStyle.PLAIN, value, null, null);
  }

  /** A string whatever its text looks like (kyaml NewStringRNode, yaml.v3 SetString). */
  public static MutableNode string(String value) {
    MutableNode node = tagged(Tag.STRING, value);
    if (value.indexOf('\n') >= 0) {
      node.style = ScalarStyle.LITERAL;
    }
    return node;
  }

  public static MutableNode map() {
    return of(NodeKind.MAPPING);
  }

  public static MutableNode list() {
    return of(NodeKind.SEQUENCE);
  }

  /** An empty node without a tag. */
  public static MutableNode of(NodeKind kind) {
    return new MutableNode(kind, Tag.NONE, ScalarStyle.PLAIN, "", null, null);
  }

  public NodeKind kind() {
    return kind;
  }

  public void setKind(NodeKind kind) {
    this.kind = kind;
  }

  /** The short tag; empty where it follows from the text. */
  public String tag() {
    return tag;
  }

  public void setTag(String tag) {
    this.tag = tag;
  }

  public ScalarStyle style() {
    return style;
  }

  public void setStyle(ScalarStyle style) {
    this.style = style;
    this.tagWritten = false;
    this.flow = false;
  }

  /** Whether the tag was written in the file, as in {@code !!str 12}, and so is kept. */
  public boolean isTagWritten() {
    return tagWritten;
  }

  /** Whether it is written in brackets or braces, as long as it is a list or a map. */
  public boolean isFlow() {
    return flow;
  }

  /** Is written in brackets or braces from now on. */
  public void setFlow() {
    this.flow = true;
  }

  /** Whether nothing is said about how to write it (yaml.v3 Style 0). */
  public boolean hasNoStyle() {
    return style == ScalarStyle.PLAIN && !tagWritten && !flow;
  }

  /** Is written as {@code other} is. */
  public void takeStyleOf(MutableNode other) {
    style = other.style;
    tagWritten = other.tagWritten;
    flow = other.flow;
  }

  /** A scalar's text; without meaning for other kinds. */
  public String value() {
    return value;
  }

  public void setValue(String value) {
    this.value = value;
  }

  /** The children, open to change. */
  public List<MutableNode> content() {
    ArrayList<MutableNode> children = content;
    if (children == null) {
      children = origin == null ? new ArrayList<>() : origin.children();
      content = children;
    }
    return children;
  }

  /** Takes other children in place of all there are. */
  public void setContent(List<MutableNode> children) {
    content = new ArrayList<>(children);
  }

  public boolean is(NodeKind kind) {
    return this.kind == kind;
  }

  public boolean isTaggedNull() {
    return tag.equals(Tag.NULL);
  }

  /** Whether it is text, or would be if nothing else is found out (kyaml IsYNodeString). */
  public boolean isString() {
    return kind == NodeKind.SCALAR && (tag.equals(Tag.STRING) || tag.isEmpty());
  }

  /** Null, an empty map or an empty list (kyaml IsYNodeNilOrEmpty). */
  public boolean isEmpty() {
    return isTaggedNull()
        || ((kind == NodeKind.MAPPING || kind == NodeKind.SEQUENCE) && content().isEmpty())
        || kind == NodeKind.NONE && tag.isEmpty() && value.isEmpty();
  }

  /**
   * Becomes what {@code other} is, in every place where this node stands; the children are shared
   * with {@code other} from then on (kyaml RNode.SetYNode).
   */
  public void become(MutableNode other) {
    if (other == this) {
      return;
    }
    kind = other.kind;
    tag = other.tag;
    takeStyleOf(other);
    value = other.value;
    origin = other.origin;
    content =
        kind == NodeKind.MAPPING || kind == NodeKind.SEQUENCE
            ? new ArrayList<>(other.content())
            : null;
  }

  /** A copy that shares nothing (kyaml CopyYNode). */
  public MutableNode copy() {
    ArrayList<MutableNode> copies = null;
    if (content != null) {
      copies = new ArrayList<>(content.size());
      for (MutableNode child : content) {
        copies.add(child.copy());
      }
    }
    MutableNode copy = new MutableNode(kind, tag, style, value, copies, origin);
    copy.takeStyleOf(this);
    return copy;
  }

  /** How many nodes a copy makes at once. */
  public long weight() {
    return content == null ? 1 : 1 + content.stream().mapToLong(MutableNode::weight).sum();
  }

  /** Where it was read; null for what a build made. */
  public @Nullable Position position() {
    return origin == null ? null : origin.position();
  }

  /** The untouched part of a file this stands for; null once its children were asked for. */
  @Nullable Origin untouched() {
    return content == null ? origin : null;
  }
}
