package io.agentsrender.fetch.oci;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentsrender.fetch.access.AccessPolicy;
import io.agentsrender.fetch.access.Deadline;
import io.agentsrender.fetch.access.RemoteAddress;
import io.agentsrender.fetch.credential.Credentials;
import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import io.agentsrender.fetch.http.HttpAnswer;
import io.agentsrender.fetch.http.HttpFailure;
import io.agentsrender.fetch.http.HttpGetter;
import io.agentsrender.fetch.http.HttpQuestion;
import io.agentsrender.fetch.index.VersionChoice;
import io.agentsrender.source.Content;
import io.agentsrender.source.Digest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Charts in registries. */
public final class RegistryCharts {
  private static final long MAX_MANIFEST_BYTES = 4L << 20;

  /** Registries give a hundred tags or a thousand at a time. */
  private static final int MAX_PAGES = 200;

  private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;[^,]*rel=\"?next\"?");

  private final RegistryClient client;
  private final Duration time;
  private final long maxBytes;

  public RegistryCharts(
      HttpGetter http, AccessPolicy policy, Credentials credentials, Duration time, long maxBytes) {
    this.client = new RegistryClient(http, policy, credentials);
    this.time = time;
    this.maxBytes = maxBytes;
  }

  /**
   * The tag that Helm would take (pkg/registry/client.go, ValidateReference): one that is a version
   * as it is, else the newest in the range.
   *
   * @throws FetchException where there is none, or the registry cannot be asked
   */
  public RegistryReference resolve(
      RegistryReference reference, String wanted, String tried, String vendoring) {
    return VersionChoice.isVersion(wanted)
        ? reference.withTag(wanted)
        : reference.withTag(VersionChoice.ofTags(tags(reference, tried, vendoring), wanted, tried));
  }

  private List<String> tags(RegistryReference reference, String tried, String vendoring) {
    Deadline deadline = Deadline.in(time);
    List<String> tags = new ArrayList<>();
    RemoteAddress page = client.address(reference, "/tags/list");
    for (int pages = 0; pages < MAX_PAGES; pages++) {
      HttpAnswer answer =
          client.get(reference, HttpQuestion.of(page, maxBytes, deadline, tried, vendoring));
      addTags(answer, tags, tried);
      Matcher next = NEXT.matcher(answer.header("link"));
      if (!next.find()) {
        return tags;
      }
      page = next(answer, next.group(1), tried);
    }
    return tags;
  }

  private static void addTags(HttpAnswer answer, List<String> tags, String tried) {
    try {
      for (JsonNode tag : RegistryClient.JSON.readTree(answer.body()).path("tags")) {
        tags.add(tag.asText());
      }
    } catch (IOException e) {
      throw FetchException.of(
          Kind.MALFORMED,
          tried,
          answer.from() + " answered no list of tags",
          "Check that the URL is a registry's.");
    }
  }

  private static RemoteAddress next(HttpAnswer answer, String link, String tried) {
    try {
      return RemoteAddress.parse(URI.create(answer.from().url()).resolve(link).toString(), tried);
    } catch (IllegalArgumentException e) {
      throw FetchException.of(
          Kind.MALFORMED,
          tried,
          answer.from() + " points to a next page that is no URL",
          "Ask whoever runs the registry.");
    }
  }

  /**
   * The chart's archive, which is what the manifest says it is.
   *
   * @throws FetchException where there is none, or it is not what was pinned
   */
  public Content archive(RegistryReference reference, String tried, String vendoring) {
    Deadline deadline = Deadline.in(time);
    HttpAnswer answer =
        client.get(
            reference,
            HttpQuestion.of(
                    client.address(reference, "/manifests/" + reference.manifest()),
                    MAX_MANIFEST_BYTES,
                    deadline,
                    tried,
                    vendoring)
                .withHeader("Accept", ChartManifest.MEDIA_TYPE));
    require(reference.digest(), answer.body(), "the manifest of " + reference, tried);
    ChartManifest manifest = ChartManifest.parse(answer.body(), tried);
    if (manifest.size() > maxBytes) {
      throw HttpFailure.tooLarge(tried, "the chart's archive", maxBytes);
    }
    HttpAnswer archive =
        client.get(
            reference,
            HttpQuestion.of(
                client.address(reference, "/blobs/" + manifest.archive()),
                maxBytes,
                deadline,
                tried,
                vendoring));
    require(manifest.archive(), archive.body(), "the archive of " + reference, tried);
    return Content.ofOwned(archive.body());
  }

  private static void require(String digest, byte[] bytes, String what, String tried) {
    String actual = Digest.sha256(bytes).toString();
    if (!digest.isEmpty() && !digest.equals(actual)) {
      throw FetchException.of(
          Kind.DIGEST_MISMATCH,
          tried,
          what + " has the digest " + actual + " and not " + digest,
          "Do not use it: something on the way changed it, or the pinned digest is another's.");
    }
  }
}
