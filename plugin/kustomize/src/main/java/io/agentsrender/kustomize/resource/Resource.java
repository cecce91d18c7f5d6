package io.agentsrender.kustomize.resource;

import io.agentsrender.kustomize.identity.Gvk;
import io.agentsrender.kustomize.identity.ResourceId;
import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.Tag;
import io.agentsrender.kustomize.node.path.ObjectFields;
import io.agentsrender.kustomize.openapi.OpenApi;
import io.agentsrender.kustomize.openapi.TypeName;
import io.agentsrender.kustomize.patch.StrategicMerge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One object on its way through a build (api/resource/resource.go). */
public final class Resource {
  private final OpenApi openApi;
  private final Provenance provenance;
  private final List<String> variables = new ArrayList<>();
  private @Nullable MutableNode node;
  private @Nullable Type type;

  /**
   * What the fields said when the type was last looked up.
   *
   * @param fixed whether no schema that is read later changes the scope
   */
  private record Type(String apiVersion, String kind, Gvk gvk, boolean fixed) {}

  public Resource(MutableNode node, OpenApi openApi, Provenance provenance) {
    this.node = node;
    this.openApi = openApi;
    this.provenance = provenance;
  }

  /** The object's tree; an empty one once the object was deleted. */
  public MutableNode node() {
    MutableNode present = node;
    return present == null ? MutableNode.tagged(Tag.NULL, "") : present;
  }

  /** Where it came from and what changed it. */
  public Provenance provenance() {
    return provenance;
  }

  public OpenApi openApi() {
    return openApi;
  }

  public boolean isEmpty() {
    return node == null || node.isEmpty();
  }

  /** Deletes the object; the set drops it later. */
  public void delete() {
    node = null;
  }

  /** Puts another object in its place. */
  public void replaceNode(MutableNode node) {
    this.node = node;
  }

  public Resource copy() {
    Resource copy = new Resource(node().copy(), openApi, provenance.copy());
    copy.variables.addAll(variables);
    return copy;
  }

  public Gvk gvk() {
    String apiVersion = ObjectFields.apiVersion(node());
    String kind = ObjectFields.kind(node());
    Type known = type;
    if (known == null || !known.apiVersion.equals(apiVersion) || !known.kind.equals(kind)) {
      Gvk gvk = Gvk.scoped(openApi, apiVersion, kind);
      known =
          new Type(
              apiVersion, kind, gvk, openApi.hasFixedScope(new TypeName(gvk.apiVersion(), kind)));
      type = known;
    }
    return known.fixed ? known.gvk : known.gvk.scoped(openApi);
  }

  public String kind() {
    return ObjectFields.kind(node());
  }

  /** Takes another's apiVersion; the kind stays. */
  void setApiVersionOf(Resource other) {
    String kind = kind();
    ObjectFields.setKind(node(), other.kind());
    ObjectFields.setApiVersion(node(), other.gvk().apiVersion());
    ObjectFields.setKind(node(), kind);
  }

  public String name() {
    return ObjectFields.name(node());
  }

  public void setName(String name) {
    ObjectFields.setName(node(), name);
  }

  public String namespace() {
    return ObjectFields.namespace(node());
  }

  public ResourceId id() {
    return new ResourceId(gvk(), name(), namespace());
  }

  /** What it was called when it was read, if that has changed; else as it is. */
  public ResourceId originalId() {
    List<ResourceId> previous = previousIds();
    return previous.isEmpty() ? id() : previous.getFirst();
  }

  /** What it was called before, the oldest first. */
  public List<ResourceId> previousIds() {
    return History.previousIds(node());
  }

  /** Records what it is called, before that changes. */
  public void storePreviousId() {
    ResourceId id = id();
    append(BuildAnnotations.PREVIOUS_NAMES, id.name());
    append(BuildAnnotations.PREVIOUS_NAMESPACES, id.effectiveNamespace());
    append(BuildAnnotations.PREVIOUS_KINDS, id.gvk().kind());
  }

  public void addNamePrefix(String prefix) {
    append(BuildAnnotations.PREFIXES, prefix);
  }

  public void addNameSuffix(String suffix) {
    append(BuildAnnotations.SUFFIXES, suffix);
  }

  private void append(String key, String value) {
    History.append(node(), key, value);
  }

  /**
   * Whether the prefixes and suffixes both were given end alike.
   *
   * @param lenient whether none at all fits with any
   */
  public boolean hasAffixesOf(Resource other, boolean lenient) {
    return History.endAlike(node(), other.node(), BuildAnnotations.PREFIXES, lenient)
        && History.endAlike(node(), other.node(), BuildAnnotations.SUFFIXES, lenient);
  }

  public Map<String, String> annotations() {
    return ObjectFields.annotations(node());
  }

  public void setAnnotations(Map<String, String> annotations) {
    ObjectFields.setAnnotations(node(), annotations);
  }

  public Map<String, String> labels() {
    return ObjectFields.labels(node());
  }

  private void enable(String key) {
    Map<String, String> annotations = annotations();
    annotations.put(key, BuildAnnotations.ENABLED);
    setAnnotations(annotations);
  }

  private boolean isEnabled(String key) {
    return BuildAnnotations.ENABLED.equals(ObjectFields.annotation(node(), key));
  }

  public void allowNameChange() {
    enable(BuildAnnotations.ALLOW_NAME_CHANGE);
  }

  public void allowKindChange() {
    enable(BuildAnnotations.ALLOW_KIND_CHANGE);
  }

  public void enableHashSuffix() {
    enable(BuildAnnotations.NEEDS_HASH_SUFFIX);
  }

  public boolean needsHashSuffix() {
    return isEnabled(BuildAnnotations.NEEDS_HASH_SUFFIX);
  }

  public void setBehavior(Behavior behavior) {
    Map<String, String> annotations = annotations();
    annotations.put(BuildAnnotations.GENERATOR_BEHAVIOR, behavior.toString());
    setAnnotations(annotations);
  }

  public Behavior behavior() {
    String text = ObjectFields.annotation(node(), BuildAnnotations.GENERATOR_BEHAVIOR);
    return text == null ? Behavior.UNSPECIFIED : Behavior.parse(text);
  }

  /** Marks it as a chart's, so that the namespace of the kustomization leaves it alone. */
  public void markHelmGenerated() {
    ObjectFields.setAnnotation(node(), BuildAnnotations.HELM_GENERATED, "true");
  }

  public boolean isHelmGenerated() {
    return "true".equals(ObjectFields.annotation(node(), BuildAnnotations.HELM_GENERATED));
  }

  /** The {@code vars} that take their value from it. */
  public List<String> variables() {
    return variables;
  }

  public void addVariable(String name) {
    variables.add(name);
  }

  /** The text of the origin annotation; null where there is none. */
  public @Nullable String originAnnotation() {
    return ObjectFields.annotation(node(), BuildAnnotations.ORIGIN);
  }

  /**
   * Sets the origin annotation.
   *
   * @param text null removes it
   */
  public void setOriginAnnotation(@Nullable String text) {
    setOrRemove(BuildAnnotations.ORIGIN, text);
  }

  /** Adds to the annotation that lists transformations. */
  public void addTransformation(String text) {
    String known = ObjectFields.annotation(node(), BuildAnnotations.TRANSFORMATIONS);
    setOrRemove(BuildAnnotations.TRANSFORMATIONS, known == null ? text : known + text);
  }

  private void setOrRemove(String key, @Nullable String text) {
    Map<String, String> annotations = annotations();
    if (text == null) {
      annotations.remove(key);
    } else {
      annotations.put(key, text);
    }
    setAnnotations(annotations);
  }

  /**
   * Takes out what only the build needed. The annotations that are left are written anew, so that
   * every value is text.
   *
   * @param origin whether the origin annotation goes too
   * @param transformations whether the annotation of transformations goes too
   */
  public void clean(boolean origin, boolean transformations) {
    Map<String, String> annotations = annotations();
    annotations.keySet().removeAll(BuildAnnotations.REMOVED);
    if (origin) {
      annotations.remove(BuildAnnotations.ORIGIN);
    }
    if (transformations) {
      annotations.remove(BuildAnnotations.TRANSFORMATIONS);
    }
    setAnnotations(annotations);
  }

  /** The annotations that a JSON patch cannot take away. */
  public Map<String, String> internalAnnotations() {
    Map<String, String> internal = new TreeMap<>(annotations());
    internal.keySet().removeIf(key -> !BuildAnnotations.survivesJsonPatch(key));
    return internal;
  }

  /**
   * Takes over another's labels, annotations, name and namespace; its own labels and annotations
   * win.
   */
  public void takeMetadataOf(Resource other) {
    Map<String, String> labels = other.labels();
    labels.putAll(labels());
    ObjectFields.setLabels(node(), labels);
    Map<String, String> own = annotations();
    Map<String, String> theirs = other.annotations();
    Map<String, String> merged = new TreeMap<>(theirs);
    merged.putAll(own);
    for (String key : BuildAnnotations.REMOVED) {
      String known = theirs.get(key);
      if (known == null) {
        merged.remove(key);
      } else {
        merged.put(key, known);
      }
    }
    if (!own.containsKey(BuildAnnotations.NEEDS_HASH_SUFFIX)) {
      merged.remove(BuildAnnotations.NEEDS_HASH_SUFFIX);
    }
    setAnnotations(merged);
    setName(other.name());
    ObjectFields.setNamespace(node(), other.namespace());
    variables.clear();
    variables.addAll(other.variables);
  }

  /**
   * Applies a strategic merge patch; name, kind and namespace stay unless the patch may change
   * them.
   */
  public void apply(Resource patch) {
    String name = name();
    String namespace = namespace();
    String kind = kind();
    boolean keepName = !patch.isEnabled(BuildAnnotations.ALLOW_NAME_CHANGE);
    boolean keepKind = !patch.isEnabled(BuildAnnotations.ALLOW_KIND_CHANGE);
    if (!keepName || !keepKind) {
      storePreviousId();
    }
    provenance.addPatch(patch.provenance.position());
    if (StrategicMerge.ofPatches(openApi).merge(patch.node(), node()) == null) {
      delete();
    }
    if (isEmpty()) {
      return;
    }
    if (keepKind) {
      ObjectFields.setKind(node(), kind);
    }
    if (keepName) {
      setName(name);
    }
    ObjectFields.setNamespace(node(), namespace);
  }
}
