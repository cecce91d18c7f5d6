package io.agentsrender.fetch.http;

import io.agentsrender.fetch.access.Deadline;
import io.agentsrender.fetch.access.RemoteAddress;
import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;

/** Puts what goes wrong with HTTP into words. */
public final class HttpFailure {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;

  private HttpFailure() {}

  /** An answer that is not the wanted one. */
  public static FetchException ofStatus(HttpAnswer answer, String tried, boolean shownCredentials) {
    RemoteAddress from = answer.from();
    String reason = from + " answered " + answer.status();
    return switch (answer.status()) {
      case UNAUTHORIZED, FORBIDDEN -> unauthorized(from, tried, reason, shownCredentials);
      case NOT_FOUND, GONE ->
          FetchException.of(
              Kind.NOT_FOUND,
              tried,
              reason + ": there is no such thing, or not for these credentials",
              "Check the URL, the name and the version; private places often answer so to those who"
                  + " show no credentials.");
      default ->
          FetchException.of(
              Kind.UNREACHABLE, tried, reason, "Try again later, or ask whoever runs the server.");
    };
  }

  /** The server wants other credentials. */
  public static FetchException unauthorized(
      RemoteAddress from, String tried, String reason, boolean shownCredentials) {
    return FetchException.of(
        Kind.UNAUTHORIZED,
        tried,
        reason + (shownCredentials ? ": it refuses the credentials" : ": it wants credentials"),
        shownCredentials
            ? "Check that the credentials configured for "
                + from.authority()
                + " are current and may read this."
            : "Give credentials for "
                + from.authority()
                + " by a credentials file (--credentials, AGENTS_RENDER_CREDENTIALS) or a mounted"
                + " Argo CD repository Secret (AGENTS_RENDER_REPOSITORIES).");
  }

  /** A connection that did not come about, or broke. */
  public static FetchException ofCause(
      Throwable cause, RemoteAddress address, Deadline deadline, String tried) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof HttpTimeoutException) {
        return deadline.exceeded(tried, address);
      }
      if (each instanceof UnknownHostException || each instanceof UnresolvedAddressException) {
        return unreachable(address, tried, "there is no host " + address.host());
      }
      if (each instanceof SSLException) {
        return FetchException.of(
            Kind.UNREACHABLE,
            tried,
            "no secure connection to " + address.authority() + ": " + each.getMessage(),
            "If its certificate is of a private authority, name that by --ca-file"
                + " (AGENTS_RENDER_CA_FILE).");
      }
      if (each instanceof ConnectException) {
        return unreachable(address, tried, address.authority() + " takes no connection");
      }
    }
    return unreachable(
        address, tried, "the connection to " + address.authority() + " broke: " + words(cause));
  }

  private static String words(Throwable cause) {
    return cause instanceof IOException && cause.getMessage() != null
        ? cause.getMessage()
        : cause.getClass().getSimpleName();
  }

  private static FetchException unreachable(RemoteAddress address, String tried, String reason) {
    return FetchException.of(
        Kind.UNREACHABLE,
        tried,
        reason,
        "Check the name, and that the network lets this process reach "
            + address.host()
            + " on port "
            + address.port()
            + ".");
  }

  /** It is larger than allowed. */
  public static FetchException tooLarge(String tried, String what, long maxBytes) {
    return FetchException.of(
        Kind.TOO_LARGE,
        tried,
        what + " is larger than " + maxBytes + " bytes",
        "If it is what you want, raise --max-fetch-size (AGENTS_RENDER_MAX_FETCH_BYTES).");
  }
}
