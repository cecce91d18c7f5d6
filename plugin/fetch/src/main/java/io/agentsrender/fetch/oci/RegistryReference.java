package io.agentsrender.fetch.oci;

import io.agentsrender.fetch.access.RemoteAddress;
import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a registry (oras-go, registry/reference.go).
 *
 * @param registry its scheme, host and port
 * @param repository without slashes around it
 * @param tag empty where none is named
 * @param digest {@code sha256:} and 64 digits; empty where none is named
 */
public record RegistryReference(
    RemoteAddress registry, String repository, String tag, String digest) {
  private static final String DOCKER_HUB = "docker.io";
  private static final String DOCKER_HUB_REGISTRY = "registry-1.docker.io";

  private static final Pattern REPOSITORY =
      Pattern.compile(
          "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*)*");

  private static final Pattern PATH = Pattern.compile("/*([^:@]*?)/*(?::([^/@]*))?(?:@([^/]*))?");
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

  /**
   * Reads the path of an address: {@code /team/chart}, {@code /team/chart:1.0.0}, {@code
   * /team/chart@sha256:...}.
   *
   * @param tried for the error
   * @throws FetchException where no registry has such a path
   */
  public static RegistryReference parse(RemoteAddress address, String tried) {
    Matcher path = PATH.matcher(address.path());
    if (!path.matches() || !REPOSITORY.matcher(path.group(1)).matches()) {
      throw FetchException.of(
          Kind.BAD_ADDRESS,
          tried,
          "\"" + address + "\" names no repository of a registry",
          "Registries know names in lower case, as in oci://registry.example/team/chart.");
    }
    RegistryReference reference = new RegistryReference(registry(address), path.group(1), "", "");
    if (path.group(2) != null) {
      reference = reference.withTag(path.group(2));
    }
    return path.group(3) == null ? reference : reference.withDigest(path.group(3), tried);
  }

  private static RemoteAddress registry(RemoteAddress address) {
    boolean hub = address.host().equals(DOCKER_HUB);
    return new RemoteAddress(
        address.scheme(), "", hub ? DOCKER_HUB_REGISTRY : address.host(), address.port(), "", "");
  }

  /** A repository below this one. */
  public RegistryReference below(String name) {
    return name.isEmpty()
        ? this
        : new RegistryReference(registry, repository + "/" + name, tag, digest);
  }

  /** Plus signs, which tags cannot have, become underscores as in Helm. */
  public RegistryReference withTag(String version) {
    return new RegistryReference(registry, repository, version.replace('+', '_'), digest);
  }

  /**
   * Pinned to a manifest.
   *
   * @throws FetchException where it is no SHA-256 digest
   */
  public RegistryReference withDigest(String pinned, String tried) {
    if (!DIGEST.matcher(pinned).matches()) {
      throw FetchException.of(
          Kind.BAD_ADDRESS,
          tried,
          "\"" + pinned + "\" is not a digest",
          "Write sha256: and 64 hexadecimal digits in lower case.");
    }
    return new RegistryReference(registry, repository, tag, pinned);
  }

  /** What the manifest is asked for by. */
  String manifest() {
    return digest.isEmpty() ? tag : digest;
  }

  @Override
  public String toString() {
    return registry
        + "/"
        + repository
        + (tag.isEmpty() ? "" : ":" + tag)
        + (digest.isEmpty() ? "" : "@" + digest);
  }
}
