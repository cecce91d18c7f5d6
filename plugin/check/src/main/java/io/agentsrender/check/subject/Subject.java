package io.agentsrender.check.subject;

import io.agentsrender.gitops.repository.Environment;
import io.agentsrender.gitops.repository.RepositorySettings;
import io.agentsrender.helm.lint.LintMessage;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.image.ImageUse;
import io.agentsrender.policy.scope.Rendering;
import io.agentsrender.policy.scope.Scope;
import io.agentsrender.policy.workload.PodTemplate;
import io.agentsrender.render.RenderResult;
import io.agentsrender.render.parameter.ParameterTable;
import io.agentsrender.render.plan.Plan;
import io.agentsrender.render.request.Cluster;
import io.agentsrender.render.request.RenderRequest;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.SourceTree;
import io.agentsrender.yaml.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A render, and what it was made of. */
public final class Subject {
  /** Environments that are taken for production without being marked. */
  private static final Set<String> PRODUCTION = Set.of("production", "prod");

  private final RenderRequest request;
  private final Plan plan;
  private final RepositorySettings settings;
  private final RenderResult result;
  private final Supplier<List<LintMessage>> lint;
  private final List<KubernetesObject> objects;
  private final List<Pods> pods;
  private final ObjectPlaces places;

  /**
   * What the rules look at.
   *
   * @param settings of the repository
   * @param lint what {@code helm lint} says of the application's chart
   */
  public Subject(
      RenderRequest request,
      Plan plan,
      RepositorySettings settings,
      RenderResult result,
      Supplier<List<LintMessage>> lint) {
    this.request = request;
    this.plan = plan;
    this.settings = settings;
    this.result = result;
    this.lint = lint;
    this.objects = result.rendering().map(Rendering::objects).orElse(result.objects());
    this.pods =
        objects.stream()
            .flatMap(object -> PodTemplate.of(object).stream())
            .map(template -> Pods.of(template, namespaceOf(template.owner())))
            .toList();
    this.places = new ObjectPlaces(request.tree(), result, objects);
  }

  public SourceTree tree() {
    return request.tree();
  }

  /** The files in which what is found may stand: those that objects come from. */
  public Stream<String> files() {
    return objects.stream().map(object -> object.origin().place().file());
  }

  /** Those of the repository. */
  public RepositorySettings settings() {
    return settings;
  }

  /** The application's folder. */
  public String path() {
    return request.path();
  }

  public Plan plan() {
    return plan;
  }

  public RenderRequest request() {
    return request;
  }

  public Cluster cluster() {
    return request.cluster();
  }

  /** What was said about the render, the rules of policies among it. */
  public List<Problem> problems() {
    return result.problems();
  }

  /**
   * What {@code helm lint} says of the application's chart; nothing where it is none.
   *
   * @throws io.agentsrender.source.RenderException where its values cannot be read
   */
  public List<LintMessage> lint() {
    return lint.get();
  }

  /**
   * In the order of the render, as the policies made them; those also that policies refuse. None
   * where there is another error.
   */
  public List<KubernetesObject> objects() {
    return objects;
  }

  /** Every image of the render, with the values that made it. */
  public List<ImageUse> images() {
    return result.images();
  }

  /** The releases of the render with their values and settings, and the rest as one more. */
  public List<Scope> scopes() {
    return result.rendering().map(Rendering::scopes).orElse(List.of());
  }

  /** Every object that makes pods, with these. */
  public List<Pods> pods() {
    return pods;
  }

  /** Where the object will stand; the kind may still turn out to have no namespace. */
  public String namespaceOf(KubernetesObject object) {
    if (result.rendering().isPresent()) {
      return result.rendering().get().namespaceOf(object);
    }
    String destination = request.application().namespace();
    return object.namespace().isEmpty() ? destination : object.namespace();
  }

  /** The environment that it is rendered for, where one is set. */
  public Optional<String> environment() {
    return request.parameters().string(ParameterTable.ENVIRONMENT).filter(name -> !name.isEmpty());
  }

  /** Whether that is marked as production in the repository's settings, or called so. */
  public boolean isProduction() {
    return environment()
        .map(name ->
            Optional.ofNullable(settings.environments().get(name))
                .map(Environment::production)
                .filter(marked -> marked)
                .orElse(PRODUCTION.contains(name)))
        .orElse(false);
  }

  /** The object with that group, kind, namespace and name. */
  public Optional<KubernetesObject> find(String group, String kind, String namespace, String name) {
    return objects.stream()
        .filter(object -> object.group().equals(group) && object.kind().equals(kind))
        .filter(object -> object.name().equals(name))
        .filter(object -> namespaceOf(object).equals(namespace))
        .findFirst();
  }

  /** Where a node of an object stands in the repository. */
  public Position place(KubernetesObject object, Node node) {
    return places.of(object, node.position());
  }

  /** The object that has a node at that place of a render, and the place in the repository. */
  public Optional<ObjectPlaces.Located> locate(Position place) {
    return places.locate(place);
  }
}
