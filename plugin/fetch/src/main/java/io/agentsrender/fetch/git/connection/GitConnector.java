package io.agentsrender.fetch.git.connection;

import io.agentsrender.fetch.access.AccessPolicy;
import io.agentsrender.fetch.access.Deadline;
import io.agentsrender.fetch.access.RemoteAddress;
import io.agentsrender.fetch.access.Scheme;
import io.agentsrender.fetch.credential.Credential;
import io.agentsrender.fetch.credential.Credentials;
import io.agentsrender.fetch.http.TrustedCertificates;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;

/** Opens connections to git servers, and ends them when their time is over. */
public final class GitConnector {
  private final AccessPolicy policy;
  private final Credentials credentials;
  private final TrustedCertificates trust;
  private final Optional<Path> knownHosts;

  public GitConnector(
      AccessPolicy policy,
      Credentials credentials,
      TrustedCertificates trust,
      Optional<Path> knownHosts) {
    this.policy = policy;
    this.credentials = credentials;
    this.trust = trust;
    this.knownHosts = knownHosts;
  }

  public AccessPolicy policy() {
    return policy;
  }

  /** What is done with a connection. */
  @FunctionalInterface
  public interface Conversation<T> {
    T with(Transport transport) throws Exception;
  }

  /**
   * Connects and talks. The caller's thread only waits, so that it can be interrupted.
   *
   * @param local takes what is fetched
   * @throws io.agentsrender.fetch.failure.FetchException where it is not allowed, fails, or takes
   *     too long
   */
  public <T> T talk(GitQuestion question, Repository local, Conversation<T> conversation) {
    RemoteAddress address = question.address();
    policy.requireAllowed(address, question.tried(), GitQuestion.VENDORING);
    policy.requireOnline(address, question.tried());
    Optional<Credential> credential = credentials.find(address);
    KnownHosts hosts = new KnownHosts(knownHosts);
    CompletableFuture<T> answer = new CompletableFuture<>();
    Thread worker =
        Thread.ofVirtual()
            .name("git " + address.host())
            .start(() -> complete(answer, question, local, conversation, credential, hosts));
    try {
      return answer.get(question.deadline().left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      worker.interrupt();
      throw Deadline.cancelled(question.tried());
    } catch (TimeoutException e) {
      worker.interrupt();
      throw question.deadline().exceeded(question.tried(), address);
    } catch (ExecutionException e) {
      throw GitFailure.of(
          Objects.requireNonNullElse(e.getCause(), e),
          question,
          hosts.refused(),
          credential.isPresent());
    }
  }

  private <T> void complete(
      CompletableFuture<T> answer,
      GitQuestion question,
      Repository local,
      Conversation<T> conversation,
      Optional<Credential> credential,
      KnownHosts hosts) {
    try {
      answer.complete(
          question.address().scheme() == Scheme.SSH
              ? overSsh(question, local, conversation, credential, hosts)
              : overHttp(question, local, conversation));
    } catch (Throwable failure) {
      answer.completeExceptionally(failure);
    }
  }

  private <T> T overHttp(GitQuestion question, Repository local, Conversation<T> conversation)
      throws Exception {
    try (Transport transport = open(question, local)) {
      ((TransportHttp) transport)
          .setHttpConnectionFactory(new GitHttp(policy, credentials, trust, question));
      return conversation.with(transport);
    }
  }

  private <T> T overSsh(
      GitQuestion question,
      Repository local,
      Conversation<T> conversation,
      Optional<Credential> credential,
      KnownHosts hosts)
      throws Exception {
    try (GitSsh sessions = new GitSsh(credential, hosts, question);
        Transport transport = open(question, local)) {
      ((SshTransport) transport).setSshSessionFactory(sessions);
      return conversation.with(transport);
    }
  }

  private static Transport open(GitQuestion question, Repository local) throws Exception {
    Transport transport = Transport.open(local, new URIish(question.address().url()));
    transport.setTimeout((int) Math.max(1, question.deadline().left().toSeconds()));
    return transport;
  }
}
