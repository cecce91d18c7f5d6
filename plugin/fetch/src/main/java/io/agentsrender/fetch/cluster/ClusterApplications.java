package io.agentsrender.fetch.cluster;

import io.agentsrender.fetch.access.AccessPolicy;
import io.agentsrender.fetch.access.Deadline;
import io.agentsrender.fetch.access.HostPattern;
import io.agentsrender.fetch.credential.Credentials;
import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import io.agentsrender.fetch.http.HttpAnswer;
import io.agentsrender.fetch.http.HttpGetter;
import io.agentsrender.fetch.http.HttpQuestion;
import io.agentsrender.fetch.http.TrustedCertificates;
import io.agentsrender.gitops.application.ArgoApplication;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.read.YamlException;
import io.agentsrender.yaml.read.YamlReader;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads Applications from the cluster that this process runs in, one at a time and as its own
 * service account.
 */
public final class ClusterApplications {
  /** Where Kubernetes mounts the service account of a pod. */
  public static final Path MOUNTED = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

  /** The store of Kubernetes takes objects of 1.5 MiB, and JSON is larger than what it stores. */
  private static final long MAX_BYTES = 8L << 20;

  private static final Duration TIME = Duration.ofSeconds(10);

  /** What Kubernetes takes for a name (RFC 1123), so that none can lead elsewhere in a URL. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

  private static final String ROLE =
      "It needs the verb \"get\" for applications of argoproj.io in that namespace: apply"
          + " argocd-cmp/install/read-applications, which has the Role and its RoleBinding.";

  private final ServiceAccount account;
  private @Nullable HttpClient client;

  /** Where an Application is. */
  private record Place(String namespace, String name) {
    String tried() {
      return "reading the Application \"" + name + "\" in the namespace \"" + namespace + "\"";
    }

    String path() {
      return "/apis/argoproj.io/v1alpha1/namespaces/" + namespace + "/applications/" + name;
    }
  }

  /**
   * Those of this process's cluster; nothing is read yet.
   *
   * @param environment of this process
   * @param serviceAccount the folder in which it is mounted, as {@link #MOUNTED}
   * @throws FetchException where this is no pod
   */
  public ClusterApplications(Map<String, String> environment, Path serviceAccount) {
    this.account = ServiceAccount.of(environment, serviceAccount);
  }

  /**
   * Reads what is mounted now, so that what is wrong with it shows.
   *
   * @throws io.agentsrender.source.RenderException where something is
   */
  public void prepare() {
    account.token();
    account.namespace();
    client();
  }

  /**
   * An Application as it is now.
   *
   * @param instance its name as Argo CD gives it to plugins: {@code namespace_name} where it is not
   *     in Argo CD's own namespace (InstanceName of its pkg/apis/application/v1alpha1/types.go)
   * @throws FetchException where it cannot be had
   */
  public ArgoApplication read(String instance) {
    Place place = place(instance);
    HttpQuestion question =
        HttpQuestion.of(
                account.server().withPath(place.path()),
                MAX_BYTES,
                Deadline.in(TIME),
                place.tried(),
                "")
            .withHeader("Accept", "application/json")
            .withAuthorization(account.token().header());
    HttpAnswer answer = ask(question);
    if (!answer.isSuccess()) {
      throw refused(answer, place);
    }
    return application(answer, place);
  }

  private Place place(String instance) {
    int end = instance.indexOf('_');
    Place place =
        new Place(
            end < 0 ? account.namespace() : instance.substring(0, end),
            instance.substring(end + 1));
    if (!NAME.matcher(place.namespace()).matches() || !NAME.matcher(place.name()).matches()) {
      throw FetchException.of(
          Kind.BAD_ADDRESS,
          place.tried(),
          "it is not called as Kubernetes calls its objects",
          "Argo CD gives the name by ARGOCD_APP_NAME: web, or team_web for one in the namespace"
              + " team.");
    }
    return place;
  }

  private HttpAnswer ask(HttpQuestion question) {
    HostPattern server =
        new HostPattern(account.server().host(), false, account.server().port(), false);
    AccessPolicy onlyTheServer = new AccessPolicy(List.of(server), false);
    try {
      return new HttpGetter(this::client, onlyTheServer, Credentials.none()).getDirectly(question);
    } catch (FetchException e) {
      throw e.kind() == Kind.CANCELLED ? e : explained(e);
    }
  }

  /** The flags that help with other servers have no say here. */
  private static FetchException explained(FetchException e) {
    return new FetchException(
        e.kind(),
        e.problems()
            .getFirst()
            .withAdvice(
                "Check that network policies let the repo-server's pod reach the API server, and"
                    + " that KUBERNETES_SERVICE_HOST and the mounted ca.crt are the cluster's. A"
                    + " ref that the parameter refs or agents-render.yaml declares needs no"
                    + " Application."));
  }

  private FetchException refused(HttpAnswer answer, Place place) {
    String reason = answer.from().authority() + " answered " + answer.status();
    return switch (answer.status()) {
      case 401 ->
          FetchException.of(
              Kind.UNAUTHORIZED,
              place.tried(),
              reason + ": it does not accept the token of the service account",
              "Check that the token in " + account.folder() + " is the one Kubernetes mounts.");
      case 403 ->
          FetchException.of(
              Kind.UNAUTHORIZED,
              place.tried(),
              reason + ": the service account of this pod may not read it",
              ROLE);
      case 404 ->
          FetchException.of(
              Kind.NOT_FOUND,
              place.tried(),
              reason + ": there is no such Application",
              "Without a namespace in the name, it is looked for in that of this pod: run the"
                  + " repo-server in the namespace of Argo CD's controller.");
      case 301, 302, 303, 307, 308 ->
          FetchException.of(
              Kind.UNREACHABLE,
              place.tried(),
              reason + ", a redirect, which is not followed with a token",
              "Check that KUBERNETES_SERVICE_HOST is the cluster's API server.");
      default ->
          FetchException.of(
              Kind.UNREACHABLE,
              place.tried(),
              reason,
              "Refresh the Application once the API server is well.");
    };
  }

  private static ArgoApplication application(HttpAnswer answer, Place place) {
    try {
      String file = "Application " + place.namespace() + "/" + place.name();
      if (YamlReader.of(Dialect.HELM).withoutExcerpts().first(answer.body(), file)
              instanceof MapNode map
          && ArgoApplication.is(map)) {
        return new ArgoApplication(map);
      }
    } catch (YamlException e) {
      throw malformed(answer, place);
    }
    throw malformed(answer, place);
  }

  private static FetchException malformed(HttpAnswer answer, Place place) {
    return FetchException.of(
        Kind.MALFORMED,
        place.tried(),
        "what " + answer.from().authority() + " answered is no Application",
        "Check that KUBERNETES_SERVICE_HOST is the cluster's API server.");
  }

  /** Made on first use, then kept. */
  private synchronized HttpClient client() {
    HttpClient made = client;
    if (made == null) {
      made = HttpGetter.client(TrustedCertificates.only(account.authority()));
      client = made;
    }
    return made;
  }
}
