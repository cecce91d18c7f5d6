package io.agentsrender.fetch.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.UploadPack;
import org.jspecify.annotations.Nullable;

/** Git over ssh, by Apache MINA's server and the server side of JGit. */
public final class GitOverSsh implements AutoCloseable {
  private static final Pattern COMMAND = Pattern.compile("git-upload-pack '/?([^']*)'");

  private final SshServer server = SshServer.setUpDefaultServer();
  private final Map<String, Repository> repositories = new ConcurrentHashMap<>();
  private final KeyPair hostKey;

  /**
   * @param user the one key that gets in
   */
  public GitOverSsh(PublicKey user) {
    try {
      hostKey = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
      server.setHost("127.0.0.1");
      server.setPort(0);
      server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
      server.setPublickeyAuthenticator((_, key, _) -> KeyUtils.compareKeys(key, user));
      server.setCommandFactory((_, command) -> new Upload(command));
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A key of the kind that is common today. */
  public static KeyPair newUserKey() {
    try {
      return SecurityUtils.getKeyPairGenerator("RSA").generateKeyPair();
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public GitOverSsh with(String path, TestRepository repository) {
    repositories.put(path, repository.repository());
    return this;
  }

  public int port() {
    return ((InetSocketAddress) server.getBoundAddresses().iterator().next()).getPort();
  }

  /** The line of a known_hosts file that stands for this server. */
  public String knownHost() {
    return "[127.0.0.1]:" + port() + " " + PublicKeyEntry.toString(hostKey.getPublic());
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }

  private final class Upload implements Command {
    private final String command;
    private @Nullable InputStream in;
    private @Nullable OutputStream out;
    private @Nullable OutputStream err;
    private @Nullable ExitCallback exit;

    Upload(String command) {
      this.command = command;
    }

    @Override
    public void setInputStream(InputStream in) {
      this.in = in;
    }

    @Override
    public void setOutputStream(OutputStream out) {
      this.out = out;
    }

    @Override
    public void setErrorStream(OutputStream err) {
      this.err = err;
    }

    @Override
    public void setExitCallback(ExitCallback exit) {
      this.exit = exit;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) {
      Thread.ofVirtual().start(() -> run(environment));
    }

    private void run(Environment environment) {
      int code = 1;
      Matcher matcher = COMMAND.matcher(command);
      Repository repository = matcher.matches() ? repositories.get(matcher.group(1)) : null;
      try {
        if (repository == null) {
          java.util.Objects.requireNonNull(err)
              .write(
                  "fatal: repository not found\n"
                      .getBytes(java.nio.charset.StandardCharsets.UTF_8));
          java.util.Objects.requireNonNull(err).flush();
        } else {
          try (UploadPack upload = new UploadPack(repository)) {
            String protocol = environment.getEnv().get("GIT_PROTOCOL");
            upload.setExtraParameters(protocol == null ? List.of() : List.of(protocol.split(":")));
            upload.upload(
                java.util.Objects.requireNonNull(in), java.util.Objects.requireNonNull(out), err);
          }
          code = 0;
        }
      } catch (IOException e) {
        code = 2;
      } finally {
        java.util.Objects.requireNonNull(exit).onExit(code);
      }
    }

    @Override
    public void destroy(ChannelSession channel) {}
  }
}
