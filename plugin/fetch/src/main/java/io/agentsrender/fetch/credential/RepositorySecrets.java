package io.agentsrender.fetch.credential;

import io.agentsrender.fetch.access.RemoteAddress;
import io.agentsrender.fetch.access.Scheme;
import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Argo CD's repository Secrets and credential templates, each mounted as a folder of files: {@code
 * url}, {@code username}, {@code password} and so on. As in Argo CD, the Secret of the very
 * repository counts before one whose URL is the beginning of the repository's.
 */
public final class RepositorySecrets implements Credentials {
  private static final String URL = "url";

  /** What Argo CD exchanges for a token by itself, which needs more than a file. */
  private static final List<String> EXCHANGED =
      List.of("githubAppID", "gcpServiceAccountKey", "azureServicePrincipalClientId");

  private final Path folder;

  /** A Secret, and the place it is for. */
  private record Mounted(Path folder, RemoteAddress place) {
    boolean isFor(RemoteAddress address) {
      return sameHost(address) && key(place).equals(key(address));
    }

    boolean isAbove(RemoteAddress address) {
      return sameHost(address) && (key(address) + "/").startsWith(key(place) + "/");
    }

    private boolean sameHost(RemoteAddress address) {
      return place.host().equals(address.host())
          && place.port() == address.port()
          && (place.scheme() == Scheme.SSH) == (address.scheme() == Scheme.SSH);
    }

    /** Argo CD compares in lower case, with and without {@code .git} alike. */
    private static String key(RemoteAddress address) {
      String key = address.withScheme(Scheme.HTTPS).repositoryKey().toLowerCase(Locale.ROOT);
      return key.endsWith("/") ? key.substring(0, key.length() - 1) : key;
    }
  }

  /**
   * Secrets below a folder: each in a folder of its own, or one in the folder itself.
   *
   * @throws RenderException where there is no such folder
   */
  public RepositorySecrets(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new RenderException(
          Problem.error("reading repository Secrets", "there is no folder " + folder)
              .withAdvice(
                  "Mount the Secrets below it, or name another by AGENTS_RENDER_REPOSITORIES."));
    }
    this.folder = folder;
  }

  @Override
  public Optional<Credential> find(RemoteAddress address) {
    List<Mounted> mounted = mounted();
    return mounted.stream()
        .filter(secret -> secret.isFor(address))
        .findFirst()
        .or(() ->
            mounted.stream()
                .filter(secret -> secret.isAbove(address))
                .max(Comparator.comparingInt(secret -> secret.place().path().length())))
        .flatMap(secret -> credential(secret.folder(), address));
  }

  /** Read anew each time: Secrets come and go while the plugin runs. */
  private List<Mounted> mounted() {
    try (Stream<Path> children = Files.list(folder)) {
      return Stream.concat(Stream.of(folder), children.sorted())
          .filter(place -> !place.getFileName().toString().startsWith(".."))
          .filter(place -> Files.isRegularFile(place.resolve(URL)))
          .flatMap(place -> place(place).stream())
          .toList();
    } catch (IOException e) {
      throw FetchException.of(
          Kind.UNAUTHORIZED,
          "reading repository Secrets",
          "the folder " + folder + " cannot be read",
          "Mount the Secrets readable by the user that the plugin runs as.");
    }
  }

  /** A Helm registry's Secret has a URL without scheme. */
  private static Optional<Mounted> place(Path secret) {
    String url = SecretFile.text(secret.resolve(URL));
    boolean registry =
        text(secret, "enableOCI").equals("true") || text(secret, "type").equals("oci");
    String full = url.contains("://") || !registry ? url : "oci://" + url;
    try {
      return Optional.of(new Mounted(secret, RemoteAddress.parse(full, "reading " + secret)));
    } catch (FetchException e) {
      return Optional.empty();
    }
  }

  private static Optional<Credential> credential(Path secret, RemoteAddress address) {
    for (String name : EXCHANGED) {
      if (!text(secret, name).isEmpty()) {
        throw FetchException.of(
            Kind.NOT_SUPPORTED,
            "reading the repository Secret in " + secret,
            "it has \"" + name + "\", and such credentials are not exchanged for a token here",
            "Give the host a user name and token by a credentials file, or let Argo CD hand its"
                + " credentials to the plugin (provideGitCreds).");
      }
    }
    if (address.scheme() == Scheme.SSH) {
      String key = text(secret, "sshPrivateKey");
      return key.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Credential.SshKey(new Secret(key + "\n"), new Secret(""), secret.toString()));
    }
    String token = text(secret, "bearerToken");
    if (!token.isEmpty()) {
      return Optional.of(new Credential.Token(new Secret(token)));
    }
    String password = text(secret, "password");
    return password.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Credential.Password(user(text(secret, "username")), new Secret(password)));
  }

  /** A token needs any user name; Argo CD gives this one (util/git/creds.go). */
  private static String user(String named) {
    return named.isEmpty() ? "x-access-token" : named;
  }

  private static String text(Path secret, String name) {
    Path file = secret.resolve(name);
    return Files.isRegularFile(file) ? SecretFile.text(file) : "";
  }
}
