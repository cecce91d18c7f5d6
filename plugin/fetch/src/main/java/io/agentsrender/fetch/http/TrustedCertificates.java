package io.agentsrender.fetch.http;

import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The authorities that servers are trusted by: those of the JDK, and further ones. */
public final class TrustedCertificates {
  private final Optional<Path> further;
  private final boolean withThoseOfTheJdk;

  /** Read on first use, then kept. */
  private volatile TrustManager @Nullable [] managers;

  /**
   * @param further a PEM file, or a folder of them
   */
  public TrustedCertificates(Optional<Path> further) {
    this(further, true);
  }

  private TrustedCertificates(Optional<Path> further, boolean withThoseOfTheJdk) {
    this.further = further;
    this.withThoseOfTheJdk = withThoseOfTheJdk;
  }

  /** Those of a PEM file, and no others. */
  public static TrustedCertificates only(Path file) {
    return new TrustedCertificates(Optional.of(file), false);
  }

  /**
   * For TLS connections.
   *
   * @throws RenderException where the further ones cannot be read
   */
  public SSLContext context() {
    try {
      if (further.isEmpty()) {
        return SSLContext.getDefault();
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw unreadable(e);
    }
  }

  /** What judges the certificates of servers; null for the JDK's own judgement. */
  public TrustManager @Nullable [] managers() {
    if (further.isEmpty()) {
      return null;
    }
    TrustManager[] known = managers;
    if (known == null) {
      known = read(further.get());
      managers = known;
    }
    return known;
  }

  private TrustManager[] read(Path path) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int count = 0;
      for (Certificate certificate : certificates(path)) {
        store.setCertificateEntry("further-" + count++, certificate);
      }
      for (X509Certificate certificate :
          withThoseOfTheJdk ? ofTheJdk() : List.<X509Certificate>of()) {
        store.setCertificateEntry("jdk-" + count++, certificate);
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return factory.getTrustManagers();
    } catch (GeneralSecurityException | IOException e) {
      throw unreadable(e);
    }
  }

  private static List<X509Certificate> ofTheJdk() throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    return Stream.of(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .flatMap(manager -> Stream.of(((X509TrustManager) manager).getAcceptedIssuers()))
        .toList();
  }

  private static List<Certificate> certificates(Path path)
      throws GeneralSecurityException, IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(path)) {
      try (Stream<Path> children = Files.list(path)) {
        children.filter(Files::isRegularFile).sorted().forEach(files::add);
      }
    } else {
      files.add(path);
    }
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    List<Certificate> certificates = new ArrayList<>();
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        certificates.addAll(factory.generateCertificates(in));
      }
    }
    return certificates;
  }

  private RenderException unreadable(Exception cause) {
    return new RenderException(
        Problem.error(
                "reading the certificate authorities in "
                    + further.map(Path::toString).orElse("the JDK"),
                "they cannot be read: " + cause.getMessage())
            .withAdvice("Mount a PEM file there, or a folder of them (AGENTS_RENDER_CA_FILE)."),
        cause);
  }
}
