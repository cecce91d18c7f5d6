package io.agentsrender.fetch.cluster;

import io.agentsrender.fetch.access.RemoteAddress;
import io.agentsrender.fetch.credential.Credential;
import io.agentsrender.fetch.credential.Secret;
import io.agentsrender.fetch.credential.SecretFile;
import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Who this process is for the API server of its cluster, as Kubernetes tells every pod.
 *
 * @param server the API server
 * @param folder in which the token, the cluster's authority and the pod's namespace are mounted
 */
record ServiceAccount(RemoteAddress server, Path folder) {
  private static final String HOST = "KUBERNETES_SERVICE_HOST";
  private static final String PORT = "KUBERNETES_SERVICE_PORT";
  private static final Pattern PRINTABLE = Pattern.compile("[!-~]+");

  /**
   * That of a pod.
   *
   * @param environment of this process
   * @throws FetchException where this is no pod
   */
  static ServiceAccount of(Map<String, String> environment, Path folder) {
    String tried = "finding the API server of the cluster";
    String host = environment.getOrDefault(HOST, "");
    String port = environment.getOrDefault(PORT, "");
    if (host.isEmpty() || port.isEmpty()) {
      throw FetchException.of(
          Kind.BAD_ADDRESS,
          tried,
          HOST + " and " + PORT + " are not both set, and so this is no pod of a cluster",
          "Leave AGENTS_RENDER_READ_APPLICATIONS out where there is no cluster.");
    }
    String name = host.contains(":") ? "[" + host + "]" : host;
    return new ServiceAccount(RemoteAddress.parse("https://" + name + ":" + port, tried), folder);
  }

  /** The file of the cluster's own certificate authority. */
  Path authority() {
    return folder.resolve("ca.crt");
  }

  /** The namespace of this pod. */
  String namespace() {
    return mounted("namespace");
  }

  /**
   * What the API server is shown. Read anew each time: Kubernetes replaces it every hour.
   *
   * @throws FetchException where there is none; it never says what is in the file
   */
  Credential token() {
    String token = mounted("token");
    if (!PRINTABLE.matcher(token).matches()) {
      throw FetchException.of(
          Kind.UNAUTHORIZED,
          "reading the credentials in " + folder.resolve("token"),
          "it holds no token",
          "Leave the service account's token to Kubernetes: automountServiceAccountToken: true.");
    }
    return new Credential.Token(new Secret(token));
  }

  private String mounted(String name) {
    try {
      return SecretFile.text(folder.resolve(name)).strip();
    } catch (FetchException e) {
      throw new FetchException(
          e.kind(),
          e.problems()
              .getFirst()
              .withAdvice(
                  "Set automountServiceAccountToken: true in the repo-server's pod template, as"
                      + " argocd-cmp/install/read-applications does, or leave"
                      + " AGENTS_RENDER_READ_APPLICATIONS out."));
    }
  }
}
