package io.agentsrender.kustomize.reference;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.fieldspec.FieldSpec;
import io.agentsrender.kustomize.fieldspec.FieldSpecWalk;
import io.agentsrender.kustomize.fieldspec.NameReference;
import io.agentsrender.kustomize.identity.Gvk;
import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.path.Fields;
import io.agentsrender.kustomize.resource.Resource;
import io.agentsrender.kustomize.resource.ResourceSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Repairs the fields that hold names of objects whose names have changed
 * (accumulator/namereferencetransformer.go, api/filters/nameref).
 */
public final class NameReferences {
  private static final Gvk ANY = Gvk.of("", "", "");

  private final Referrals referrals;
  private final Map<String, List<Row>> rowsByKind = new HashMap<>();

  /** A field of a referrer, and the kind of object whose name stands there. */
  private record Row(FieldSpec field, Gvk target) {}

  private NameReferences(List<NameReference> references, ResourceSet resources) {
    this.referrals = new Referrals(resources.list());
    for (NameReference reference : references) {
      for (FieldSpec field : reference.referrers()) {
        rowsByKind
            .computeIfAbsent(field.gvk().kind(), _ -> new ArrayList<>())
            .add(new Row(field, reference.target()));
      }
    }
  }

  /**
   * @throws BuildFailure where a name could mean several objects
   */
  public static void repair(List<NameReference> references, ResourceSet resources) {
    NameReferences all = new NameReferences(references, resources);
    resources.list().forEach(all::repair);
  }

  private void repair(Resource referrer) {
    Gvk original = referrer.originalId().gvk();
    List<Row> rows = new ArrayList<>(rowsByKind.getOrDefault(original.kind(), List.of()));
    if (!original.kind().isEmpty()) {
      rows.addAll(rowsByKind.getOrDefault("", List.of()));
    }
    rows.removeIf(row -> !original.isSelectedBy(row.field.gvk()));
    if (rows.isEmpty()) {
      return;
    }
    Referrer candidates = referrals.forReferrer(referrer);
    for (Row row : rows) {
      repair(referrer, row, candidates);
    }
  }

  private static void repair(Resource referrer, Row row, Referrer candidates) {
    FieldSpec field = new FieldSpec(ANY, row.field.path(), row.field.create(), row.field.parts());
    Repair repair = new Repair(candidates, row.target, row.field.path());
    try {
      FieldSpecWalk.existing(repair::set).apply(field, referrer.node());
    } catch (BuildFailure failure) {
      throw failure
          .at(referrer.provenance().position())
          .wrap(
              "updating name reference in '"
                  + row.field.path()
                  + "' field of '"
                  + referrer.id()
                  + "'");
    }
  }

  /** The repair of one field, in one of the forms in which names stand. */
  private record Repair(Referrer candidates, Gvk target, String path) {

    void set(MutableNode node) {
      if (node.isTaggedNull()) {
        return;
      }
      switch (node.kind()) {
        case SCALAR -> setScalar(node);
        case MAPPING -> setMap(node);
        case SEQUENCE -> {
          for (MutableNode element : List.copyOf(node.content())) {
            if (!element.isTaggedNull()) {
              setElement(element);
            }
          }
        }
        case NONE -> throw BuildFailure.of("node must be a scalar, sequence or map");
      }
    }

    private void setElement(MutableNode element) {
      switch (element.kind()) {
        case SCALAR -> setScalar(element);
        case MAPPING -> setMap(element);
        default ->
            throw BuildFailure.of("element is expected to be either a string or a map of string")
                .at(element.position());
      }
    }

    private void setScalar(MutableNode scalar) {
      Resource referral = candidates.select(scalar.value(), target, path, null);
      if (referral != null && !referral.name().equals(scalar.value())) {
        Fields.setScalar(scalar, MutableNode.scalar(referral.name()));
      }
    }

    private void setMap(MutableNode map) {
      MutableNode name = Fields.get(map, "name");
      if (name == null) {
        throw BuildFailure.of("path config error; no 'name' field in node").at(map.position());
      }
      MutableNode namespace = Fields.get(map, "namespace");
      Resource referral =
          candidates.select(
              name.value(),
              target,
              path,
              new Referrer.MapForm(namespace == null ? null : namespace.value()));
      if (referral == null
          || referral.name().equals(name.value()) && referral.namespace().isEmpty()) {
        return;
      }
      Fields.set(map, "name", MutableNode.scalar(referral.name()));
      if (!referral.namespace().isEmpty()) {
        Fields.set(map, "namespace", MutableNode.scalar(referral.namespace()));
      }
    }
  }
}
