package io.agentsrender.fetch.git.connection;

import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import io.agentsrender.fetch.http.HttpFailure;
import java.util.Locale;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;

/** Puts what goes wrong with git into words. */
final class GitFailure {
  private GitFailure() {}

  /**
   * What JGit throws, as what to do about it.
   *
   * @param refusedHost why the ssh server was refused; empty where it was not
   * @param shownCredentials whether the server was shown any
   */
  static FetchException of(
      Throwable cause, GitQuestion question, String refusedHost, boolean shownCredentials) {
    if (!refusedHost.isEmpty()) {
      return unknownHost(question, refusedHost);
    }
    StringBuilder all = new StringBuilder();
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof FetchException failure) {
        return failure;
      }
      if (each instanceof CappedStream.TooMuchException) {
        return HttpFailure.tooLarge(
            question.tried(), question.address().toString(), question.maxBytes());
      }
      if (each instanceof NoRemoteRepositoryException) {
        return notFound(question);
      }
      all.append(each.getMessage()).append('\n');
    }
    return ofWords(cause, all.toString().toLowerCase(Locale.ROOT), question, shownCredentials);
  }

  private static FetchException ofWords(
      Throwable cause, String words, GitQuestion question, boolean shownCredentials) {
    if (words.contains("authentication")
        || words.contains("not authorized")
        || words.contains("not permitted")
        || words.contains("no more authentication")
        || words.contains("cannot log in")) {
      return HttpFailure.unauthorized(
          question.address(),
          question.tried(),
          question.address() + " denies access",
          shownCredentials);
    }
    if (words.contains("not our ref") || words.contains("not valid")) {
      return unknownCommit(question);
    }
    // What servers made of JGit answer when they are asked for an object they do not have.
    if (words.contains(": internal server error")) {
      return unknownCommit(question);
    }
    if (words.contains("not found") || words.contains("does not appear to be a git repository")) {
      return notFound(question);
    }
    return HttpFailure.ofCause(cause, question.address(), question.deadline(), question.tried());
  }

  private static FetchException unknownCommit(GitQuestion question) {
    return FetchException.of(
        Kind.UNKNOWN_REVISION,
        question.tried(),
        "the repository has no such commit, or gives out only what a branch or tag points to",
        "Check the commit, or name a branch or tag.");
  }

  private static FetchException notFound(GitQuestion question) {
    return FetchException.of(
        Kind.NOT_FOUND,
        question.tried(),
        "there is no git repository at " + question.address() + ", or not for these credentials",
        "Check the URL; private repositories often answer so to those who show no credentials.");
  }

  private static FetchException unknownHost(GitQuestion question, String why) {
    String host = question.address().host();
    return FetchException.of(
        Kind.UNAUTHORIZED,
        question.tried(),
        "the ssh server " + question.address().authority() + " is not trusted: " + why,
        "Add the line that ssh-keyscan "
            + host
            + " prints, once you have checked it, to the file named by --ssh-known-hosts"
            + " (AGENTS_RENDER_SSH_KNOWN_HOSTS).");
  }
}
