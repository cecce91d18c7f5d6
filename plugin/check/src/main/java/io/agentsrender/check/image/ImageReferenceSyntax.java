package io.agentsrender.check.image;

import io.agentsrender.policy.image.ImageReference;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an image may be called (distribution/reference, reference.go). */
final class ImageReferenceSyntax {
  private static final int MOST = 255;
  private static final Pattern HOST =
      Pattern.compile(
          "(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?"
              + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\\[[a-fA-F0-9:]+\\])(?::\\d+)?");
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*");
  private static final Pattern TAG = Pattern.compile("[\\w][\\w.-]{0,127}");
  private static final Pattern OTHER_DIGEST =
      Pattern.compile("sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128}");

  /** What could be the id of an image. */
  private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-f]{64}");

  private ImageReferenceSyntax() {}

  /** What makes it impossible, as in {@code its tag "a b" has characters that no tag has}. */
  static Optional<String> fault(String image) {
    if (image.length() > MOST + MOST) {
      return Optional.of("it is longer than any reference");
    }
    ImageReference reference = ImageReference.parse(image);
    return repositoryFault(reference.repository())
        .or(() -> tagFault(image, reference.tag()))
        .or(() -> digestFault(image, reference.digest()));
  }

  private static Optional<String> repositoryFault(String repository) {
    if (repository.isEmpty()) {
      return Optional.of("it names no repository");
    }
    int slash = repository.indexOf('/');
    String first = slash < 0 ? "" : repository.substring(0, slash);
    boolean hasHost =
        first.contains(".")
            || first.contains(":")
            || first.equals("localhost")
            || !first.equals(first.toLowerCase(Locale.ROOT));
    boolean host = hasHost && HOST.matcher(first).matches();
    if (hasHost && !host && !NAME.matcher(first).matches()) {
      return Optional.of("\"" + first + "\" is no registry");
    }
    if (IDENTIFIER.matcher(repository).matches()) {
      return Optional.of("its repository looks like the id of an image");
    }
    String path = host ? repository.substring(slash + 1) : repository;
    for (String name : path.split("/", -1)) {
      if (!NAME.matcher(name).matches()) {
        return Optional.of(
            name.isEmpty()
                ? "its repository has an empty name in it"
                : "\""
                    + name
                    + "\" in its repository is not of lower-case letters, digits and"
                    + " separators");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> tagFault(String image, String tag) {
    boolean marked = image.replaceFirst("@.*", "").endsWith(":");
    if (marked) {
      return Optional.of("its tag is empty");
    }
    return tag.isEmpty() || TAG.matcher(tag).matches()
        ? Optional.empty()
        : Optional.of("\"" + tag + "\" is no tag");
  }

  private static Optional<String> digestFault(String image, String digest) {
    if (!image.contains("@")
        || ImageReference.isDigest(digest)
        || OTHER_DIGEST.matcher(digest).matches()) {
      return Optional.empty();
    }
    return Optional.of("\"" + digest + "\" is no digest");
  }
}
