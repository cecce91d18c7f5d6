package io.agentsrender.kustomize.override;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.kustomization.Image;
import io.agentsrender.kustomize.transform.image.ImageReference;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** {@code kustomize edit set image} (commands/edit/set/setimage.go). */
final class ImageOverride {
  /** Stands for what the kustomization says already. */
  private static final String KEEP = "*";

  private ImageOverride() {}

  /**
   * The list with the overrides in it, sorted by name; of several entries of one name the first is
   * kept.
   *
   * @throws BuildFailure where one changes nothing
   */
  static List<Image> merge(List<String> overrides, List<Image> present) {
    TreeMap<String, Image> images = new TreeMap<>();
    for (String override : overrides) {
      Image image = parse(override);
      images.put(image.name(), image);
    }
    for (Image image : present) {
      images.merge(image.name(), image, ImageOverride::keeping);
    }
    List<Image> merged = new ArrayList<>(images.size());
    images.values().forEach(image -> merged.add(keeping(image, nothing(image.name()))));
    return merged;
  }

  private static Image nothing(String name) {
    return new Image(name, "", "", "", "");
  }

  /** The override with the parts of the present entry that it keeps. */
  private static Image keeping(Image override, Image present) {
    boolean keepsAny =
        override.newName().equals(KEEP)
            || override.newTag().equals(KEEP)
            || override.digest().equals(KEEP);
    return keepsAny
        ? new Image(
            override.name(),
            kept(override.newName(), present.newName()),
            "",
            kept(override.newTag(), present.newTag()),
            kept(override.digest(), present.digest()))
        : override;
  }

  private static String kept(String override, String present) {
    return override.equals(KEEP) ? present : override;
  }

  private static Image parse(String override) {
    int equals = override.indexOf('=');
    ImageReference reference = ImageReference.split(override.substring(equals + 1));
    if (reference.name().equals(override)) {
      throw BuildFailure.of("invalid format of image: \"" + override + "\"")
          .withAdvice(
              "Write NAME=NEW_NAME:TAG, NAME=NEW_NAME@DIGEST, NAME=NEW_NAME, NAME:TAG or"
                  + " NAME@DIGEST.");
    }
    String name = equals > 0 ? override.substring(0, equals) : reference.name();
    String newName = equals > 0 ? reference.name() : "";
    return new Image(name, newName, "", reference.tag(), reference.digest());
  }
}
