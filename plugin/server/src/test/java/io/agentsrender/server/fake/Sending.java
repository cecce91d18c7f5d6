package io.agentsrender.server.fake;

import com.google.protobuf.ByteString;
import io.agentsrender.proto.plugin.AppStreamRequest;
import io.agentsrender.proto.plugin.EnvEntry;
import io.agentsrender.proto.plugin.ManifestRequestMetadata;
import io.agentsrender.source.Digest;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What one call sends, and how.
 *
 * @param chunk bytes of the archive in one message; the real default is 1024
 * @param deadline of the call
 */
public record Sending(
    ManifestRequestMetadata metadata, ByteString archive, int chunk, Optional<Duration> deadline) {

  /** The application at {@code path} of a checkout, as release 3.x describes it. */
  public static Sending of(Checkout checkout, String application, String path) {
    return of(checkout.pack(), application, path);
  }

  public static Sending of(byte[] archive, String application, String path) {
    ManifestRequestMetadata metadata =
        ManifestRequestMetadata.newBuilder()
            .setAppName(path.substring(path.lastIndexOf('/') + 1))
            .setAppRelPath(path)
            .setChecksum(Digest.sha256(archive).hex())
            .setSize(archive.length)
            .addEnv(env("ARGOCD_APP_NAME", application))
            .addEnv(env("ARGOCD_APP_NAMESPACE", "production"))
            .addEnv(env("ARGOCD_APP_PROJECT_NAME", "default"))
            .addEnv(env("ARGOCD_APP_REVISION", "5a1bd0ae5a9f30f6ad0c5ba39f1a62b3b4fd9f59"))
            .addEnv(env("ARGOCD_APP_SOURCE_PATH", path))
            .addEnv(env("KUBE_VERSION", "1.33.1"))
            .addEnv(env("KUBE_API_VERSIONS", "apps/v1,apps/v1/Deployment,v1,v1/ConfigMap"))
            .addEnv(env("ARGOCD_APP_PARAMETERS", "null"))
            .build();
    return new Sending(metadata, ByteString.copyFrom(archive), 1024, Optional.empty());
  }

  private static EnvEntry env(String name, String value) {
    return EnvEntry.newBuilder().setName(name).setValue(value).build();
  }

  public Sending with(String name, String value) {
    return withMetadata(metadata.toBuilder().addEnv(env(name, value)).build());
  }

  public Sending withParameters(String json) {
    return with("ARGOCD_APP_PARAMETERS", json);
  }

  public Sending withMetadata(ManifestRequestMetadata metadata) {
    return new Sending(metadata, archive, chunk, deadline);
  }

  public Sending withPath(String path) {
    return withMetadata(metadata.toBuilder().setAppRelPath(path).build())
        .with("ARGOCD_APP_SOURCE_PATH", path);
  }

  public Sending withChecksum(String checksum) {
    return withMetadata(metadata.toBuilder().setChecksum(checksum).build());
  }

  public AppStreamRequest metadataMessage() {
    return AppStreamRequest.newBuilder().setMetadata(metadata).build();
  }

  /** The metadata, then the archive in chunks. */
  public Iterator<AppStreamRequest> messages() {
    int chunks = (archive.size() + chunk - 1) / chunk;
    return Stream.concat(
            Stream.of(metadataMessage()),
            IntStream.range(0, chunks)
                .mapToObj(
                    i -> archive.substring(i * chunk, Math.min((i + 1) * chunk, archive.size())))
                .map(FakeRepoServer::chunk))
        .iterator();
  }

  public Sending withChunk(int chunk) {
    return new Sending(metadata, archive, chunk, deadline);
  }

  public Sending withDeadline(Duration deadline) {
    return new Sending(metadata, archive, chunk, Optional.of(deadline));
  }
}
