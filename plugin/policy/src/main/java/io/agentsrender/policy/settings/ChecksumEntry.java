package io.agentsrender.policy.settings;

import java.util.Optional;

/**
 * A Secret or ConfigMap whose change restarts the pods that use it.
 *
 * @param namespace of the object and its pods; by default the pod's own
 * @param checksum given by a person, for what the render does not hold; 64 hexadecimal digits
 */
public record ChecksumEntry(
    PlacedText name, Optional<PlacedText> namespace, Optional<PlacedText> checksum) {

  public boolean covers(String namespace, String name) {
    return this.name.text().equals(name)
        && this.namespace.map(wanted -> wanted.text().equals(namespace)).orElse(true);
  }
}
