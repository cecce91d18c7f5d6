package io.agentsrender.kustomize.transform.image;

import io.agentsrender.kustomize.kustomization.Image;
import io.agentsrender.kustomize.node.path.GoRegex;
import org.jspecify.annotations.Nullable;

/** Changes one image reference (api/internal/image/image.go, api/filters/imagetag/updater.go). */
final class ImageRewrite {
  private static final String TAG_AND_DIGEST = "(:[a-zA-Z0-9_.{}-]*)?(@sha256:[a-zA-Z0-9_.{}-]*)?$";

  private final Image image;
  private final boolean literal;
  private @Nullable GoRegex pattern;

  ImageRewrite(Image image) {
    this.image = image;
    this.literal = image.name().chars().allMatch(ImageRewrite::isLiteral);
  }

  private static boolean isLiteral(int c) {
    return c >= '0' && c <= '9'
        || c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || "/-_:@".indexOf(c) >= 0;
  }

  /** The changed reference, or null where it is of another name. */
  @Nullable String apply(String reference) {
    if (!isOfName(reference)) {
      return null;
    }
    ImageReference parts = ImageReference.split(reference);
    String name = image.newName().isEmpty() ? parts.name() : image.newName();
    String tag = parts.tag();
    String digest = parts.digest();
    if (!image.newTag().isEmpty() || !image.digest().isEmpty()) {
      tag = image.newTag();
      digest = image.digest();
    } else if (!image.tagSuffix().isEmpty()) {
      tag += image.tagSuffix();
      digest = "";
    }
    return name + (tag.isEmpty() ? "" : ":" + tag) + (digest.isEmpty() ? "" : "@" + digest);
  }

  /** The name is a regular expression: a dot in it stands for any character. */
  private boolean isOfName(String reference) {
    if (literal && !reference.startsWith(image.name())) {
      return false;
    }
    GoRegex known = pattern;
    if (known == null) {
      known = GoRegex.compile("^" + image.name() + TAG_AND_DIGEST);
      pattern = known;
    }
    return known.isFoundIn(reference);
  }
}
