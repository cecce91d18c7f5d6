package io.agentsrender.fetch.git.connection;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.jspecify.annotations.Nullable;

/** The ssh servers that are trusted: those of a known_hosts file, and no others. */
final class KnownHosts implements ServerKeyDatabase {
  private static final String REVOKED = "revoked";

  private final Optional<Path> file;
  private final AtomicReference<String> refused = new AtomicReference<>("");

  KnownHosts(Optional<Path> file) {
    this.file = file;
  }

  /** Why the last server was refused; empty where none was. */
  String refused() {
    return refused.get();
  }

  @Override
  public List<PublicKey> lookup(
      String connectAddress, InetSocketAddress remoteAddress, Configuration config) {
    return entries(remoteAddress).stream()
        .filter(entry -> !REVOKED.equals(entry.getMarker()))
        .flatMap(entry -> key(entry).stream())
        .toList();
  }

  @Override
  public boolean accept(
      String connectAddress,
      InetSocketAddress remoteAddress,
      PublicKey serverKey,
      Configuration config,
      @Nullable CredentialsProvider provider) {
    List<KnownHostEntry> entries = entries(remoteAddress);
    List<KnownHostEntry> same =
        entries.stream()
            .filter(
                entry -> key(entry).filter(key -> KeyUtils.compareKeys(key, serverKey)).isPresent())
            .toList();
    if (!same.isEmpty() && same.stream().noneMatch(entry -> REVOKED.equals(entry.getMarker()))) {
      return true;
    }
    String fingerprint = KeyUtils.getKeyType(serverKey) + " " + KeyUtils.getFingerPrint(serverKey);
    String among =
        file.map(path -> "in " + path).orElse("anywhere: no known_hosts file is configured");
    refused.set(
        entries.isEmpty()
            ? "its key (" + fingerprint + ") is not known " + among
            : "its key (" + fingerprint + ") is not the one that is known " + among);
    return false;
  }

  private List<KnownHostEntry> entries(InetSocketAddress address) {
    if (file.isEmpty() || !Files.isRegularFile(file.get())) {
      return List.of();
    }
    try {
      return KnownHostEntry.readKnownHostEntries(file.get()).stream()
          .filter(entry -> entry.isHostMatch(address.getHostString(), address.getPort()))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Optional<PublicKey> key(KnownHostEntry entry) {
    try {
      return Optional.ofNullable(
          entry.getKeyEntry().resolvePublicKey(null, PublicKeyEntryResolver.IGNORING));
    } catch (IOException | java.security.GeneralSecurityException e) {
      return Optional.empty();
    }
  }
}
