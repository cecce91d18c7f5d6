package io.agentsrender.fetch.credential;

import io.agentsrender.fetch.access.HostPattern;
import io.agentsrender.fetch.access.RemoteAddress;
import io.agentsrender.fetch.access.Scheme;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One rule of a credentials file: what to show at a host, or below a path of it.
 *
 * @param path without slashes around it; empty for the whole host
 * @param user empty where there is none
 */
record CredentialRule(
    HostPattern host,
    String path,
    String user,
    Optional<Path> userFile,
    Optional<Path> passwordFile,
    Optional<Path> tokenFile,
    Optional<Path> sshKeyFile,
    Optional<Path> passphraseFile) {

  boolean appliesTo(RemoteAddress address) {
    boolean ssh = address.scheme() == Scheme.SSH;
    return ssh == sshKeyFile.isPresent() && host.matches(address) && isBelow(address.path());
  }

  private boolean isBelow(String other) {
    String bare = other.startsWith("/") ? other.substring(1) : other;
    return path.isEmpty()
        || bare.equals(path)
        || bare.equals(path + ".git")
        || bare.startsWith(path + "/");
  }

  Credential credential() {
    if (sshKeyFile.isPresent()) {
      Path key = sshKeyFile.get();
      return new Credential.SshKey(
          SecretFile.read(key),
          passphraseFile.map(SecretFile::read).orElse(new Secret("")),
          key.toString());
    }
    if (tokenFile.isPresent()) {
      return new Credential.Token(SecretFile.read(tokenFile.get()));
    }
    return new Credential.Password(
        userFile.map(SecretFile::text).orElse(user),
        passwordFile.map(SecretFile::read).orElse(new Secret("")));
  }
}
