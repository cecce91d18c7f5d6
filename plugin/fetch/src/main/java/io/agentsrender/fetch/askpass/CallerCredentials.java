package io.agentsrender.fetch.askpass;

import io.agentsrender.fetch.access.RemoteAddress;
import io.agentsrender.fetch.access.Scheme;
import io.agentsrender.fetch.credential.Credential;
import io.agentsrender.fetch.credential.Credentials;
import io.agentsrender.fetch.credential.Secret;
import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of the application's own repository, as a call's environment brings them along
 * (util/git/creds.go, Environ). They are shown to that repository, and where it is configured to
 * the others of its host.
 */
public final class CallerCredentials implements Credentials {
  private static final String URL = "ARGOCD_APP_SOURCE_REPO_URL";
  private static final String NONCE = "ARGOCD_GIT_ASKPASS_NONCE";
  private static final String SOCKET = "ARGOCD_ASK_PASS_SOCK";
  private static final String BASIC = "ARGOCD_GIT_AUTH_HEADER";
  private static final String BEARER = "ARGOCD_GIT_BEARER_AUTH_HEADER";
  private static final String SSH = "GIT_SSH_COMMAND";

  /** What a call brings along for git, and what no template may see. */
  public static final Set<String> VARIABLES =
      Set.of(
          NONCE,
          SOCKET,
          BASIC,
          BEARER,
          SSH,
          "GIT_ASKPASS",
          "GIT_TERMINAL_PROMPT",
          "ARGOCD_BINARY_NAME",
          "GIT_SSL_NO_VERIFY",
          "GIT_SSL_CERT",
          "GIT_SSL_KEY",
          "GIT_SSL_CAINFO",
          "SOCKS5_USER",
          "SOCKS5_PASSWD");

  private static final Pattern KEY_FILE = Pattern.compile("(?:^|\\s)-i\\s+(\\S+)");
  private static final Pattern HEADER =
      Pattern.compile("Authorization:\\s*(Basic|Bearer)\\s+(\\S+)", Pattern.CASE_INSENSITIVE);

  private final Map<String, String> environment;
  private final RemoteAddress own;
  private final boolean forHost;
  private @Nullable Credential redeemed;

  private CallerCredentials(Map<String, String> environment, RemoteAddress own, boolean forHost) {
    this.environment = environment;
    this.own = own;
    this.forHost = forHost;
  }

  /**
   * The credentials of a call; none where it brings none.
   *
   * @param environment of the call, and below it that of this process
   * @param forHost whether they serve for other repositories of the same host too
   */
  public static Credentials of(Map<String, String> environment, boolean forHost) {
    boolean any =
        Set.of(NONCE, BASIC, BEARER, SSH).stream()
            .anyMatch(name -> !environment.getOrDefault(name, "").isEmpty());
    String url = environment.getOrDefault(URL, "");
    if (!any || url.isEmpty()) {
      return Credentials.none();
    }
    try {
      RemoteAddress own = RemoteAddress.parse(url, "reading " + URL);
      return new CallerCredentials(Map.copyOf(environment), own, forHost);
    } catch (FetchException e) {
      return Credentials.none();
    }
  }

  @Override
  public Optional<Credential> find(RemoteAddress address) {
    boolean sameServer =
        own.scheme() == address.scheme()
            && own.host().equals(address.host())
            && own.port() == address.port();
    return sameServer && (forHost || isOwn(address)) ? credential() : Optional.empty();
  }

  private boolean isOwn(RemoteAddress address) {
    return own.repositoryKey()
        .toLowerCase(Locale.ROOT)
        .equals(address.repositoryKey().toLowerCase(Locale.ROOT));
  }

  private synchronized Optional<Credential> credential() {
    if (redeemed == null) {
      redeemed = own.scheme() == Scheme.SSH ? sshKey() : overHttp();
    }
    return Optional.ofNullable(redeemed);
  }

  private @Nullable Credential overHttp() {
    for (String name : new String[] {BASIC, BEARER}) {
      Matcher header = HEADER.matcher(environment.getOrDefault(name, ""));
      if (header.matches()) {
        return ofHeader(header.group(1), header.group(2));
      }
    }
    String nonce = environment.getOrDefault(NONCE, "");
    String socket = environment.getOrDefault(SOCKET, "");
    return nonce.isEmpty() || socket.isEmpty()
        ? null
        : AskPassSocket.redeem(Path.of(socket), nonce);
  }

  private static Credential ofHeader(String scheme, String value) {
    if (scheme.equalsIgnoreCase("Bearer")) {
      return new Credential.Token(new Secret(value));
    }
    String pair = new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
    int colon = pair.indexOf(':');
    return new Credential.Password(
        colon < 0 ? "" : pair.substring(0, colon), new Secret(pair.substring(colon + 1)));
  }

  /** The repo-server writes the key to a file that both must see. */
  private @Nullable Credential sshKey() {
    Matcher file = KEY_FILE.matcher(environment.getOrDefault(SSH, ""));
    if (!file.find()) {
      return null;
    }
    Path key = Path.of(file.group(1));
    try {
      return new Credential.SshKey(
          new Secret(Files.readString(key)), new Secret(""), "Argo CD (" + key + ")");
    } catch (IOException e) {
      throw FetchException.of(
          Kind.UNAUTHORIZED,
          "reading the ssh key that Argo CD hands over",
          "the file " + key + " cannot be read here",
          "Let the repo-server and the plugin share the folder, or give the key by a credentials"
              + " file.");
    }
  }
}
