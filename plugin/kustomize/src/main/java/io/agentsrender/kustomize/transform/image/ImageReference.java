package io.agentsrender.kustomize.transform.image;

/** An image reference in its parts; missing ones are empty. */
public record ImageReference(String name, String tag, String digest) {

  /** Takes a reference apart; a colon before the first slash belongs to a registry's port. */
  public static ImageReference split(String reference) {
    int slash = Math.max(reference.indexOf('/'), 0);
    int at = reference.indexOf('@', slash);
    int colon = reference.indexOf(':', slash);
    if (at < 0 && colon < 0) {
      return new ImageReference(reference, "", "");
    }
    if (at >= 0 && (colon < 0 || at < colon)) {
      return new ImageReference(reference.substring(0, at), "", reference.substring(at + 1));
    }
    String name = reference.substring(0, colon);
    return at < 0
        ? new ImageReference(name, reference.substring(colon + 1), "")
        : new ImageReference(name, reference.substring(colon + 1, at), reference.substring(at + 1));
  }
}
