package io.agentsrender.kustomize.transform;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.fieldspec.FieldSpec;
import io.agentsrender.kustomize.fieldspec.FieldSpecWalk;
import io.agentsrender.kustomize.identity.Gvk;
import io.agentsrender.kustomize.identity.IdKey;
import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.NodeKind;
import io.agentsrender.kustomize.node.Tag;
import io.agentsrender.kustomize.node.path.Elements;
import io.agentsrender.kustomize.node.path.Fields;
import io.agentsrender.kustomize.node.path.NodePath;
import io.agentsrender.kustomize.resource.Resource;
import io.agentsrender.kustomize.resource.ResourceSet;
import io.agentsrender.source.budget.Meter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts resources into a namespace (builtins/NamespaceTransformer.go, api/filters/namespace).
 *
 * @param unsetOnly whether namespaces that are given stay
 * @param subjects which subjects of role bindings are changed
 * @param skipsCharts whether what came from charts is left alone
 */
public record NamespaceTransformer(
    String namespace,
    List<FieldSpec> specs,
    boolean unsetOnly,
    Subjects subjects,
    boolean skipsCharts)
    implements Transformer {
  private static final String NAMESPACE_PATH = "metadata/namespace";
  private static final FieldSpec NAMESPACE = FieldSpec.of(NAMESPACE_PATH, true);

  /** The subjects of role bindings whose namespace is set. */
  public enum Subjects {
    DEFAULT_ONLY,
    ALL_SERVICE_ACCOUNTS,
    NONE;

    /**
     * @throws BuildFailure for an unknown word
     */
    public static Subjects parse(String text) {
      return switch (text) {
        case "", "defaultOnly" -> DEFAULT_ONLY;
        case "allServiceAccounts" -> ALL_SERVICE_ACCOUNTS;
        case "none" -> NONE;
        default ->
            throw BuildFailure.of(
                "invalid value \""
                    + text
                    + "\" for setRoleBindingSubjects: must be one of \"defaultOnly\", \"none\" or"
                    + " \"allServiceAccounts\"");
      };
    }
  }

  @Override
  public void transform(ResourceSet resources, Meter meter) {
    if (namespace.isEmpty()) {
      return;
    }
    Map<IdKey, Integer> ids = new HashMap<>();
    for (Resource resource : resources.list()) {
      ids.merge(IdKey.of(resource.id()), 1, Integer::sum);
    }
    for (Resource resource : resources.list()) {
      if (resource.isEmpty() || skipsCharts && resource.isHelmGenerated()) {
        continue;
      }
      ids.merge(IdKey.of(resource.id()), -1, Integer::sum);
      resource.storePreviousId();
      set(resource.gvk(), resource.node());
      if (ids.merge(IdKey.of(resource.id()), 1, Integer::sum) != 1) {
        throw BuildFailure.of("namespace transformation produces ID conflict: " + resource.id())
            .at(resource.provenance().position())
            .withAdvice(
                "Two resources of one kind and name are in different namespaces, and the"
                    + " kustomization puts both into one.");
      }
    }
  }

  /** Changes one object, wherever its kind has a namespace. */
  void set(Gvk gvk, MutableNode object) {
    boolean core = gvk.apiVersion().equals("v1");
    boolean binding = gvk.kind().equals("RoleBinding") || gvk.kind().equals("ClusterRoleBinding");
    if (!gvk.clusterScoped()) {
      new FieldSpecWalk(this::setField, NodeKind.SCALAR, Tag.NONE).apply(NAMESPACE, object);
    }
    if (binding) {
      setSubjects(object);
    }
    FieldSpecWalk walk = new FieldSpecWalk(this::setField, NodeKind.SCALAR, Tag.STRING);
    for (FieldSpec spec : specs) {
      if (spec.path().equals(NAMESPACE_PATH)
          || !core && spec.path().equals("metadata/name")
          || binding && isOfSubjects(spec)) {
        continue;
      }
      try {
        walk.apply(spec, object);
      } catch (BuildFailure failure) {
        throw failure.wrap(
            isOfNoText(failure)
                ? "namespace field specs must target scalar nodes"
                : "namespace transformation failed");
      }
    }
  }

  private static boolean isOfNoText(BuildFailure failure) {
    String reason = failure.reason();
    return reason.contains("wrong node kind") && !reason.endsWith("got ScalarNode");
  }

  private static boolean isOfSubjects(FieldSpec spec) {
    String kind = spec.gvk().kind();
    return (kind.equals("RoleBinding") || kind.equals("ClusterRoleBinding"))
        && spec.path().equals("subjects/namespace");
  }

  private void setField(MutableNode field) {
    if (unsetOnly
        && field.is(NodeKind.SCALAR)
        && !field.isTaggedNull()
        && !field.value().isEmpty()) {
      return;
    }
    Fields.setScalar(field, MutableNode.tagged(Tag.STRING, namespace));
  }

  private void setSubjects(MutableNode binding) {
    MutableNode list =
        subjects == Subjects.NONE ? null : Fields.present(NodePath.find(binding, "subjects"));
    if (list == null) {
      return;
    }
    String field = subjects == Subjects.DEFAULT_ONLY ? "name" : "kind";
    String wanted = subjects == Subjects.DEFAULT_ONLY ? "default" : "ServiceAccount";
    for (MutableNode subject : Elements.of(list)) {
      MutableNode value = Fields.present(Fields.get(subject, field));
      if (value != null && value.value().equals(wanted)) {
        MutableNode target = Fields.getOrCreate(subject, "namespace", NodeKind.SCALAR);
        if (target != null) {
          setField(target);
        }
      }
    }
  }
}
