package io.agentsrender.fetch.git.connection;

import io.agentsrender.fetch.access.AccessPolicy;
import io.agentsrender.fetch.access.RemoteAddress;
import io.agentsrender.fetch.access.Scheme;
import io.agentsrender.fetch.credential.Credential;
import io.agentsrender.fetch.credential.Credentials;
import io.agentsrender.fetch.http.TrustedCertificates;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URL;
import java.security.GeneralSecurityException;
import javax.net.ssl.TrustManager;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnection;

/**
 * JGit's connections over HTTP. Every one passes here, those of redirects too: to hosts that are
 * not allowed there is none, and each is shown its own credentials only.
 */
final class GitHttp implements HttpConnectionFactory {
  private final AccessPolicy policy;
  private final Credentials credentials;
  private final TrustedCertificates trust;
  private final GitQuestion question;

  GitHttp(
      AccessPolicy policy,
      Credentials credentials,
      TrustedCertificates trust,
      GitQuestion question) {
    this.policy = policy;
    this.credentials = credentials;
    this.trust = trust;
    this.question = question;
  }

  @Override
  public HttpConnection create(URL url) throws IOException {
    return create(url, Proxy.NO_PROXY);
  }

  @Override
  public HttpConnection create(URL url, Proxy proxy) throws IOException {
    RemoteAddress address = RemoteAddress.parse(url.toString(), question.tried());
    policy.requireAllowed(address, question.tried(), GitQuestion.VENDORING);
    Connection connection = new Connection(url, proxy, question);
    TrustManager[] managers = trust.managers();
    if (address.scheme() == Scheme.HTTPS && managers != null) {
      try {
        connection.configure(null, managers, null);
      } catch (GeneralSecurityException e) {
        throw new IOException("no secure connection", e);
      }
    }
    credentials
        .find(repositoryOf(address))
        .map(Credential::header)
        .filter(header -> !header.isEmpty())
        .ifPresent(header -> connection.setRequestProperty("Authorization", header));
    return connection;
  }

  /** The address without what git's protocol adds to the repository's. */
  private static RemoteAddress repositoryOf(RemoteAddress address) {
    String path = address.path();
    for (String suffix : new String[] {"/info/refs", "/git-upload-pack"}) {
      if (path.endsWith(suffix)) {
        return address.withPath(path.substring(0, path.length() - suffix.length()));
      }
    }
    return address;
  }

  private static final class Connection extends JDKHttpConnection {
    private final GitQuestion question;

    Connection(URL url, Proxy proxy, GitQuestion question) throws IOException {
      super(url, proxy);
      this.question = question;
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new CappedStream(super.getInputStream(), question.bytesLeft());
    }
  }
}
