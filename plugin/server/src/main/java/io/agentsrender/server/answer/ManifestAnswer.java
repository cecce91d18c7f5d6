package io.agentsrender.server.answer;

import com.google.protobuf.ByteString;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.proto.plugin.ManifestResponse;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.json.JsonWriter;
import java.util.List;

/**
 * Objects as the repo-server takes them: one JSON text each, in their order. JSON leaves nothing to
 * be resolved anew, as YAML's {@code yes} or {@code 010} would.
 */
public final class ManifestAnswer {
  /** Field number and length before each element. */
  private static final int FRAME_BYTES = 6;

  private static final JsonWriter JSON = JsonWriter.compact().withoutHtmlEscapes();

  private ManifestAnswer() {}

  /**
   * The answer.
   *
   * @param limit of the whole message, beyond which gRPC would refuse it without a reason
   * @throws RenderException where it is over the limit
   */
  public static ManifestResponse of(List<KubernetesObject> objects, long limit) {
    ManifestResponse.Builder answer = ManifestResponse.newBuilder();
    long bytes = 0;
    for (KubernetesObject object : objects) {
      ByteString json = ByteString.copyFromUtf8(JSON.write(object.node()));
      bytes += json.size() + FRAME_BYTES;
      if (bytes > limit) {
        throw tooLarge(objects, object, limit);
      }
      answer.addManifestsBytes(json);
    }
    return answer.build();
  }

  private static RenderException tooLarge(
      List<KubernetesObject> objects, KubernetesObject last, long limit) {
    return new RenderException(
        Problem.error(
                "answering the repo-server",
                "the "
                    + objects.size()
                    + " objects take more than the "
                    + limit
                    + " bytes of one message; "
                    + last.describe()
                    + " no longer fits")
            .withPlace(last.origin().place())
            .withAdvice(
                "Split the application, or raise ARGOCD_GRPC_MAX_SIZE_MB on the plugin, the"
                    + " repo-server and the application controller alike."));
  }
}
