package io.agentsrender.fetch.oci;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentsrender.fetch.access.AccessPolicy;
import io.agentsrender.fetch.access.RemoteAddress;
import io.agentsrender.fetch.access.Scheme;
import io.agentsrender.fetch.credential.Credential;
import io.agentsrender.fetch.credential.Credentials;
import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import io.agentsrender.fetch.http.HttpAnswer;
import io.agentsrender.fetch.http.HttpFailure;
import io.agentsrender.fetch.http.HttpGetter;
import io.agentsrender.fetch.http.HttpQuestion;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Asks registries, and shows them what they want: a token of their token service, or the
 * credentials themselves. Tokens are kept for the render.
 */
final class RegistryClient {
  private static final int UNAUTHORIZED = 401;
  private static final long MAX_TOKEN_BYTES = 1 << 20;
  static final ObjectMapper JSON = new ObjectMapper();

  private final HttpGetter http;
  private final AccessPolicy policy;
  private final Credentials credentials;
  private final ConcurrentMap<String, String> shown = new ConcurrentHashMap<>();

  RegistryClient(HttpGetter http, AccessPolicy policy, Credentials credentials) {
    this.http = http;
    this.policy = policy;
    this.credentials = credentials;
  }

  /**
   * The answer, which is a success.
   *
   * @param question whose address is below that of the registry
   * @throws FetchException where there is none, or the registry refuses
   */
  HttpAnswer get(RegistryReference reference, HttpQuestion question) {
    String key = reference.registry() + "/" + reference.repository();
    HttpAnswer answer = http.get(question.withAuthorization(shown.getOrDefault(key, "")));
    if (answer.status() == UNAUTHORIZED) {
      String authorization = authorization(reference, question, answer);
      shown.put(key, authorization);
      answer = http.get(question.withAuthorization(authorization));
    }
    if (!answer.isSuccess()) {
      throw HttpFailure.ofStatus(
          answer, question.tried(), credentials.find(reference.registry()).isPresent());
    }
    return answer;
  }

  /** Where the registry's own paths are. */
  RemoteAddress address(RegistryReference reference, String path) {
    RemoteAddress registry = reference.registry();
    boolean plain = policy.isPlain(registry);
    boolean usual = registry.port() == Scheme.OCI.defaultPort();
    Scheme scheme = plain ? Scheme.HTTP : Scheme.HTTPS;
    return new RemoteAddress(
        scheme,
        "",
        registry.host(),
        plain && usual ? scheme.defaultPort() : registry.port(),
        "/v2/" + reference.repository() + path,
        "");
  }

  private String authorization(
      RegistryReference reference, HttpQuestion question, HttpAnswer refused) {
    Challenge challenge = Challenge.parse(refused.header("www-authenticate"));
    Optional<Credential> credential = credentials.find(reference.registry());
    if (challenge.isBearer() && !challenge.parameter("realm").isEmpty()) {
      boolean direct = credential.filter(Credential.Token.class::isInstance).isPresent();
      return direct
          ? credential.map(Credential::header).orElse("")
          : "Bearer " + token(reference, question, challenge, credential);
    }
    return credential
        .map(Credential::header)
        .orElseThrow(() ->
            HttpFailure.unauthorized(
                refused.from(),
                question.tried(),
                refused.from() + " answered " + refused.status(),
                false));
  }

  /** The token service may be another host, and must be allowed like any. */
  private String token(
      RegistryReference reference,
      HttpQuestion question,
      Challenge challenge,
      Optional<Credential> credential) {
    RemoteAddress realm = RemoteAddress.parse(challenge.parameter("realm"), question.tried());
    StringBuilder query = new StringBuilder(realm.query());
    add(query, "service", challenge.parameter("service"));
    add(query, "scope", "repository:" + reference.repository() + ":pull");
    RemoteAddress service =
        new RemoteAddress(
            realm.scheme(), "", realm.host(), realm.port(), realm.path(), query.toString());
    HttpQuestion asked =
        HttpQuestion.of(
                service,
                MAX_TOKEN_BYTES,
                question.deadline(),
                question.tried() + " with a token of " + realm.authority(),
                question.vendoring())
            .withAuthorization(credential.map(Credential::header).orElse(""));
    HttpAnswer answer = http.get(asked);
    if (!answer.isSuccess()) {
      throw HttpFailure.ofStatus(answer, asked.tried(), credential.isPresent());
    }
    return token(answer, asked.tried());
  }

  private static void add(StringBuilder query, String name, String value) {
    if (!value.isEmpty()) {
      query.append(query.isEmpty() ? "" : "&");
      query.append(name).append('=').append(URLEncoder.encode(value, UTF_8));
    }
  }

  private static String token(HttpAnswer answer, String tried) {
    try {
      JsonNode node = JSON.readTree(answer.body());
      String token = node.path("token").asText("");
      String found = token.isEmpty() ? node.path("access_token").asText("") : token;
      if (!found.isEmpty() && found.chars().noneMatch(Character::isISOControl)) {
        return found;
      }
    } catch (IOException e) {
      throw noToken(answer, tried);
    }
    throw noToken(answer, tried);
  }

  private static FetchException noToken(HttpAnswer answer, String tried) {
    return FetchException.of(
        Kind.MALFORMED,
        tried,
        answer.from() + " answered without a token",
        "Ask whoever runs the registry.");
  }
}
