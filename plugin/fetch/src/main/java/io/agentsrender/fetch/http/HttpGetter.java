package io.agentsrender.fetch.http;

import io.agentsrender.fetch.access.AccessPolicy;
import io.agentsrender.fetch.access.Deadline;
import io.agentsrender.fetch.access.RemoteAddress;
import io.agentsrender.fetch.access.Scheme;
import io.agentsrender.fetch.credential.Credential;
import io.agentsrender.fetch.credential.Credentials;
import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Gets files over HTTP. Redirects are followed to allowed hosts only, and what is shown to one host
 * is never shown to another.
 */
public final class HttpGetter {
  private static final int MAX_REDIRECTS = 5;
  private static final Duration CONNECT_TIME = Duration.ofSeconds(10);
  private static final String USER_AGENT = "agents-render";
  private static final String TOO_LARGE = "body exceeds capacity";

  private final Supplier<HttpClient> client;
  private final AccessPolicy policy;
  private final Credentials credentials;

  /**
   * @param client asked for when a connection is opened
   */
  public HttpGetter(Supplier<HttpClient> client, AccessPolicy policy, Credentials credentials) {
    this.client = client;
    this.policy = policy;
    this.credentials = credentials;
  }

  /** The client that getters share: it is expensive to make. */
  public static HttpClient client(TrustedCertificates trust) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT_TIME)
        .sslContext(trust.context())
        .build();
  }

  /**
   * The answer, whatever its status.
   *
   * @throws FetchException where asking is not allowed, or there is no answer in time
   */
  public HttpAnswer get(HttpQuestion question) {
    RemoteAddress address = question.address();
    String tried = question.tried();
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      policy.requireAllowed(address, tried, question.vendoring());
      policy.requireOnline(address, question.tried());
      HttpAnswer answer = ask(question, address);
      if (!isRedirect(answer)) {
        return answer;
      }
      address = target(answer, question.tried());
      tried = question.tried() + ", which " + answer.from().authority() + " redirects";
    }
    throw FetchException.of(
        Kind.UNREACHABLE,
        question.tried(),
        question.address() + " redirects more than " + MAX_REDIRECTS + " times",
        "Name the place it redirects to.");
  }

  /**
   * The answer, whatever its status; a redirect is not followed.
   *
   * @throws FetchException where asking is not allowed, or there is no answer in time
   */
  public HttpAnswer getDirectly(HttpQuestion question) {
    policy.requireAllowed(question.address(), question.tried(), question.vendoring());
    policy.requireOnline(question.address(), question.tried());
    return ask(question, question.address());
  }

  /**
   * The answer, which is a success.
   *
   * @throws FetchException also where the server answers that there is none
   */
  public HttpAnswer getFound(HttpQuestion question) {
    HttpAnswer answer = get(question);
    requireFound(answer, question);
    return answer;
  }

  /**
   * Passes where the answer is a success.
   *
   * @throws FetchException where the server answers that there is none
   */
  public void requireFound(HttpAnswer answer, HttpQuestion question) {
    if (!answer.isSuccess()) {
      boolean shown = authorization(question, question.address()).isPresent();
      throw HttpFailure.ofStatus(answer, question.tried(), shown);
    }
  }

  private static boolean isRedirect(HttpAnswer answer) {
    return switch (answer.status()) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  private static RemoteAddress target(HttpAnswer answer, String tried) {
    try {
      URI target = URI.create(answer.from().url()).resolve(answer.header("location"));
      return RemoteAddress.parse(target.toString(), tried);
    } catch (IllegalArgumentException e) {
      throw FetchException.of(
          Kind.MALFORMED,
          tried,
          answer.from() + " redirects to what is no URL",
          "Ask whoever runs the server.");
    }
  }

  private HttpAnswer ask(HttpQuestion question, RemoteAddress address) {
    Deadline deadline = question.deadline();
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address.url())).GET();
    request.header("User-Agent", USER_AGENT);
    question.headers().forEach(request::header);
    authorization(question, address).ifPresent(value -> request.header("Authorization", value));
    CompletableFuture<HttpResponse<byte[]>> running =
        client
            .get()
            .sendAsync(
                request.build(),
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), question.maxBytes()));
    try {
      HttpResponse<byte[]> response = running.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
      return new HttpAnswer(response.statusCode(), response.headers(), response.body(), address);
    } catch (InterruptedException e) {
      running.cancel(true);
      throw Deadline.cancelled(question.tried());
    } catch (TimeoutException e) {
      running.cancel(true);
      throw deadline.exceeded(question.tried(), address);
    } catch (ExecutionException e) {
      throw failure(Objects.requireNonNullElse(e.getCause(), e), question, address);
    }
  }

  private static FetchException failure(
      Throwable cause, HttpQuestion question, RemoteAddress address) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (String.valueOf(each.getMessage()).contains(TOO_LARGE)) {
        return HttpFailure.tooLarge(question.tried(), address.toString(), question.maxBytes());
      }
    }
    return HttpFailure.ofCause(cause, address, question.deadline(), question.tried());
  }

  /** What a question brings along is for the server it is put to, and for no other. */
  private Optional<String> authorization(HttpQuestion question, RemoteAddress address) {
    RemoteAddress first = question.address();
    boolean sameServer =
        first.host().equals(address.host())
            && first.port() == address.port()
            && (first.scheme() == address.scheme() || address.scheme() == Scheme.HTTPS);
    Optional<String> header =
        question.authorization().isPresent()
            ? question.authorization().filter(_ -> sameServer)
            : credentials.find(address).map(Credential::header);
    return header.filter(value -> !value.isEmpty());
  }
}
