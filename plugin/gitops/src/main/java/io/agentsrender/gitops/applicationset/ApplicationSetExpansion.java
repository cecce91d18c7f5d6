package io.agentsrender.gitops.applicationset;

import io.agentsrender.gitops.applicationset.generator.Cluster;
import io.agentsrender.gitops.applicationset.generator.Generators;
import io.agentsrender.gitops.applicationset.generator.Generators.Generated;
import io.agentsrender.gitops.applicationset.generator.GitTrees;
import io.agentsrender.gitops.applicationset.template.GoTextTemplates;
import io.agentsrender.gitops.applicationset.template.LegacyTextTemplates;
import io.agentsrender.gitops.applicationset.template.NodeTemplates;
import io.agentsrender.gitops.applicationset.template.TextTemplates;
import io.agentsrender.gotemplate.host.Host;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.manifest.FieldPath;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.budget.Meter;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.MapNode.Entry;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes Applications of an ApplicationSet as Argo CD's controller does
 * (applicationset/controllers/template).
 */
public final class ApplicationSetExpansion {
  private static final String TRIED = "expanding the ApplicationSet";
  private static final String FINALIZER = "resources-finalizer.argocd.argoproj.io";
  private static final FieldPath PRESERVES =
      FieldPath.of("syncPolicy", "preserveResourcesOnDeletion");

  private final GitTrees trees;
  private final List<Cluster> clusters;
  private final Host host;

  /**
   * @param clusters that Argo CD has Secrets of
   * @param host time and randomness, for templates that ask for them
   */
  public ApplicationSetExpansion(GitTrees trees, List<Cluster> clusters, Host host) {
    this.trees = trees;
    this.clusters = List.copyOf(clusters);
    this.host = host;
  }

  /**
   * The Applications, in the order of their generators. Everything in them stands where its
   * template stands.
   *
   * @param set the whole object
   * @param meter counts what it takes
   * @throws RenderException in the words of Argo CD
   */
  public List<MapNode> expand(MapNode set, Meter meter) {
    MapNode spec = map(set, "spec");
    TextTemplates texts =
        isTrue(spec.get("goTemplate"))
            ? new GoTextTemplates(options(spec), host, meter)
            : new LegacyTextTemplates();
    Generators generators = Generators.of(texts, trees, clusters);
    if (!(spec.get("generators") instanceof ListNode list)) {
      throw failure("it has no generators", set, "Add spec.generators.");
    }
    List<MapNode> applications = new ArrayList<>();
    for (Node item : list.items()) {
      List<Generated> all = generators.run(item, new GoMap());
      if (all.isEmpty()) {
        throw failure(
            "contains unrecognized generators", item, "Name list, git, clusters, matrix or merge.");
      }
      for (Generated generated : all) {
        MapNode template =
            TemplateMerge.over(map(generated.settings(), "template"), map(spec, "template"));
        for (GoMap parameters : generated.parameters()) {
          applications.add(application(set, template, texts, parameters));
        }
      }
    }
    checkNames(applications, set);
    return applications;
  }

  private static List<String> options(MapNode spec) {
    return spec.get("goTemplateOptions") instanceof ListNode list
        ? list.items().stream().map(ApplicationSetExpansion::text).toList()
        : List.of();
  }

  private static MapNode application(
      MapNode set, MapNode template, TextTemplates texts, GoMap parameters) {
    MapNode spec = map(set, "spec");
    MapNode application = shape(template, set);
    if (!parameters.isEmpty()) {
      application = withFinalizer(new NodeTemplates(texts, parameters).fill(application), spec);
    }
    if (spec.get("templatePatch") instanceof ScalarNode patch && !patch.isNull()) {
      application = TemplatePatch.apply(application, patch(patch, texts, parameters), patch);
    }
    Node namespace = map(set, "metadata").get("namespace");
    FieldPath path = FieldPath.of("metadata", "namespace");
    return namespace == null ? path.remove(application) : path.set(application, namespace);
  }

  private static String patch(ScalarNode patch, TextTemplates texts, GoMap parameters) {
    try {
      return texts.fill(patch.text(), parameters);
    } catch (RenderException e) {
      throw new RenderException(
          e.problems().stream()
              .map(problem ->
                  problem
                      .withReason("error replacing values in templatePatch: " + problem.reason())
                      .withPlace(patch.position()))
              .toList());
    }
  }

  /** Of the template only these fields are taken (GetTempApplication). */
  private static MapNode shape(MapNode template, MapNode set) {
    MapNode metadata = map(template, "metadata");
    List<Entry> fields =
        metadata.entries().stream()
            .filter(entry ->
                List.of("name", "namespace", "labels", "annotations", "finalizers")
                    .contains(entry.name()))
            .toList();
    return new MapNode(
        List.of(
            entry(
                "apiVersion",
                ScalarNode.string("argoproj.io/v1alpha1", Dialect.HELM, set.position()),
                set),
            entry("kind", ScalarNode.string("Application", Dialect.HELM, set.position()), set),
            entry("metadata", metadata.withEntries(fields), set),
            entry("spec", map(template, "spec"), set)),
        template.position());
  }

  private static Entry entry(String name, Node value, Node at) {
    return new Entry(ScalarNode.string(name, Dialect.HELM, at.position()), value);
  }

  private static MapNode withFinalizer(MapNode application, MapNode spec) {
    boolean preserves = isTrue(PRESERVES.get(spec).orElse(null));
    FieldPath path = FieldPath.of("metadata", "finalizers");
    boolean hasOwn = path.list(application).map(list -> list.size() > 0).orElse(false);
    return preserves || hasOwn
        ? application
        : path.set(
            application,
            new ListNode(
                List.of(ScalarNode.string(FINALIZER, Dialect.HELM, application.position())),
                application.position()));
  }

  /** See validateGeneratedApplications of the controller. */
  private static void checkNames(List<MapNode> applications, MapNode set) {
    Set<String> names = new HashSet<>();
    for (MapNode application : applications) {
      String name = text(map(application, "metadata").get("name"));
      if (!names.add(name)) {
        throw failure(
            "ApplicationSet "
                + text(map(set, "metadata").get("name"))
                + " contains applications with duplicate name: "
                + name,
            set,
            "Make the names differ, by the environment for example.");
      }
    }
  }

  private static boolean isTrue(@org.jspecify.annotations.Nullable Node node) {
    return node instanceof ScalarNode scalar && Boolean.TRUE.equals(scalar.value());
  }

  private static String text(@org.jspecify.annotations.Nullable Node node) {
    return node instanceof ScalarNode scalar && !scalar.isNull() ? scalar.text() : "";
  }

  private static MapNode map(MapNode parent, String name) {
    return parent.get(name) instanceof MapNode map
        ? map
        : new MapNode(List.of(), parent.position());
  }

  private static RenderException failure(String reason, Node at, String advice) {
    return new RenderException(
        Problem.error(TRIED, reason).withPlace(at.position()).withAdvice(advice));
  }
}
