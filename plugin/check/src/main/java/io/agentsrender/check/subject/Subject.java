package io.agentsrender.check.subject;

import io.agentsrender.helm.lint.LintMessage;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.workload.PodTemplate;
import io.agentsrender.render.Engine;
import io.agentsrender.render.RenderRequest;
import io.agentsrender.render.RenderResult;
import io.agentsrender.render.plan.Plan;
import io.agentsrender.source.Position;
import io.agentsrender.source.Remotes;
import io.agentsrender.source.SourceTree;
import io.agentsrender.yaml.Node;
import java.util.List;
import java.util.Optional;

/** A render, and what it was made of. */
public final class Subject {
  private final RenderRequest request;
  private final Plan plan;
  private final RenderResult result;
  private final Engine engine;
  private final List<Pods> pods;

  /**
   * What the rules look at.
   *
   * @param engine that rendered it
   */
  public Subject(RenderRequest request, Plan plan, RenderResult result, Engine engine) {
    this.request = request;
    this.plan = plan;
    this.engine = engine;
    this.result = result;
    this.pods =
        result.objects().stream()
            .flatMap(object -> PodTemplate.of(object).stream())
            .map(template -> Pods.of(template, namespaceOf(template.owner())))
            .toList();
  }

  public RenderRequest request() {
    return request;
  }

  public SourceTree tree() {
    return request.tree();
  }

  /** The application's folder. */
  public String path() {
    return request.path();
  }

  public Plan plan() {
    return plan;
  }

  public RenderResult result() {
    return result;
  }

  /**
   * What {@code helm lint} says of the application's chart; nothing where it is none.
   *
   * @throws io.agentsrender.source.RenderException where its values cannot be read
   */
  public List<LintMessage> lint() {
    return engine.lint(request, Remotes.refusing());
  }

  /** In the order of the render; none where it failed. */
  public List<KubernetesObject> objects() {
    return result.objects();
  }

  /** Every object that makes pods, with these. */
  public List<Pods> pods() {
    return pods;
  }

  /** Where the object will stand; the kind may still turn out to have no namespace. */
  public String namespaceOf(KubernetesObject object) {
    if (!object.namespace().isEmpty()) {
      return object.namespace();
    }
    String destination = request.application().namespace();
    return destination.isEmpty() ? "default" : destination;
  }

  /** The object of a kind, wherever its group has it, in a namespace. */
  public Optional<KubernetesObject> find(String group, String kind, String namespace, String name) {
    return objects().stream()
        .filter(object -> object.group().equals(group) && object.kind().equals(kind))
        .filter(object -> object.name().equals(name))
        .filter(object -> namespaceOf(object).equals(namespace))
        .findFirst();
  }

  /**
   * Where a node of an object stands in the repository: the very line for what was read from there,
   * the place that wrote the object for what a template rendered.
   */
  public Position place(KubernetesObject object, Node node) {
    boolean written = object.origin().release().isEmpty() && node.line() > 0;
    return written && tree().file(node.file()).isPresent()
        ? node.position()
        : object.origin().place();
  }
}
