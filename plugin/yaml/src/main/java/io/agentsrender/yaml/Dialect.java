package io.agentsrender.yaml;

import io.agentsrender.yaml.scalar.Resolved;
import io.agentsrender.yaml.scalar.ScalarResolver;
import org.jspecify.annotations.Nullable;

/** Which Go library reads a file, and so what its scalars mean. */
public enum Dialect {
  /**
   * Values, charts and manifests of Helm, and kustomization files: sigs.k8s.io/yaml, that is
   * go-yaml v2 (YAML 1.1) followed by a conversion to JSON.
   */
  HELM(ScalarResolver.V2),

  /** Resources and patches of kustomize: kyaml, that is go-yaml v3. */
  KUSTOMIZE(ScalarResolver.V3);

  private final ScalarResolver resolver;

  Dialect(ScalarResolver resolver) {
    this.resolver = resolver;
  }

  /** Whether a plain scalar with this text is a string. */
  public boolean isText(String plain) {
    return resolver.isText(plain);
  }

  /** The meaning of a plain scalar without a tag. */
  public Resolved resolve(String plain) {
    return resolver.plain(plain);
  }

  /**
   * The meaning of a scalar.
   *
   * @param tag the explicit tag in short form, or null
   * @return null where the text is nothing of the kind that its tag says
   */
  public @Nullable Resolved resolve(String text, ScalarStyle style, @Nullable String tag) {
    if (tag == null || tag.equals("!") && this == KUSTOMIZE) {
      return style == ScalarStyle.PLAIN ? resolver.plain(text) : resolver.tagged("!!str", text);
    }
    return resolver.tagged(tag, text);
  }
}
