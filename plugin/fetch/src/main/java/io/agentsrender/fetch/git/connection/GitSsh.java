package io.agentsrender.fetch.git.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agentsrender.fetch.credential.Credential;
import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.RemoteSession;
import org.eclipse.jgit.transport.RemoteSession2;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/**
 * JGit's connections over ssh: with the configured key, to known servers, and nothing from the
 * machine's own ssh configuration or agent.
 */
final class GitSsh extends SshSessionFactory implements AutoCloseable {
  /** A folder that is never there, so that nothing is found in it. */
  private static final File NOWHERE = new File("/nonexistent/agents-render");

  private final SshdSessionFactory sessions;
  private final GitQuestion question;

  GitSsh(Optional<Credential> credential, KnownHosts hosts, GitQuestion question) {
    this.question = question;
    List<KeyPair> keys = new ArrayList<>();
    if (credential.isPresent() && credential.get() instanceof Credential.SshKey key) {
      keys.addAll(keys(key, question.tried()));
    }
    this.sessions =
        new SshdSessionFactoryBuilder()
            .setHomeDirectory(NOWHERE)
            .setSshDirectory(NOWHERE)
            .setConfigStoreFactory((_, _, _) -> null)
            .setDefaultIdentities(_ -> List.of())
            .setDefaultKeysProvider(_ -> keys)
            .setConnectorFactory(null)
            .setPreferredAuthentications("publickey")
            .setServerKeyDatabase((_, _) -> hosts)
            .build(null);
  }

  private static List<KeyPair> keys(Credential.SshKey key, String tried) {
    try (InputStream in = new ByteArrayInputStream(key.key().reveal().getBytes(UTF_8))) {
      List<KeyPair> pairs = new ArrayList<>();
      Iterable<KeyPair> read =
          SecurityUtils.loadKeyPairIdentities(
              null,
              NamedResource.ofName(key.origin()),
              in,
              FilePasswordProvider.of(key.passphrase().reveal()));
      if (read != null) {
        read.forEach(pairs::add);
      }
      if (!pairs.isEmpty()) {
        return pairs;
      }
    } catch (IOException | GeneralSecurityException e) {
      throw unreadable(key, tried, " (" + e.getClass().getSimpleName() + ")");
    }
    throw unreadable(key, tried, "");
  }

  private static FetchException unreadable(Credential.SshKey key, String tried, String cause) {
    return FetchException.of(
        Kind.UNAUTHORIZED,
        tried,
        "the private key from " + key.origin() + " cannot be read" + cause,
        "Mount a key in the form of OpenSSH or PEM; one with a passphrase needs passphraseFile.");
  }

  @Override
  public RemoteSession getSession(
      URIish uri, @Nullable CredentialsProvider provider, FS fs, int timeoutMillis)
      throws TransportException {
    return new Capped(sessions.getSession(uri, null, fs, timeoutMillis));
  }

  @Override
  public void releaseSession(RemoteSession session) {
    session.disconnect();
  }

  @Override
  public String getType() {
    return sessions.getType();
  }

  @Override
  public void close() {
    sessions.close();
  }

  private final class Capped implements RemoteSession2 {
    private final RemoteSession session;

    Capped(RemoteSession session) {
      this.session = session;
    }

    @Override
    public Process exec(String command, int timeoutSeconds) throws IOException {
      return exec(command, Map.of(), timeoutSeconds);
    }

    @Override
    public Process exec(String command, Map<String, String> environment, int timeoutSeconds)
        throws IOException {
      return new CappedProcess(
          session instanceof RemoteSession2 newer
              ? newer.exec(command, environment, timeoutSeconds)
              : session.exec(command, timeoutSeconds));
    }

    @Override
    public void disconnect() {
      session.disconnect();
    }
  }

  /** The command on the server, which JGit sees as a process. */
  private final class CappedProcess extends Process {
    private final Process remote;
    private final InputStream output;

    CappedProcess(Process remote) {
      this.remote = remote;
      this.output = new CappedStream(remote.getInputStream(), question.bytesLeft());
    }

    @Override
    public OutputStream getOutputStream() {
      return remote.getOutputStream();
    }

    @Override
    public InputStream getInputStream() {
      return output;
    }

    @Override
    public InputStream getErrorStream() {
      return remote.getErrorStream();
    }

    @Override
    public int waitFor() throws InterruptedException {
      return remote.waitFor();
    }

    @Override
    public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
      return remote.waitFor(timeout, unit);
    }

    @Override
    public int exitValue() {
      return remote.exitValue();
    }

    @Override
    public void destroy() {
      remote.destroy();
    }
  }
}
