package io.agentsrender.kustomize.node;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.yaml.ScalarStyle;
import io.agentsrender.yaml.scalar.CoreTag;
import io.agentsrender.yaml.scalar.Resolved;
import io.agentsrender.yaml.scalar.ScalarResolver;
import io.agentsrender.yaml.scalar.Timestamp;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What scalars mean once they are written down and read again, as kustomize does before it prints.
 */
public final class Scalars {
  private Scalars() {}

  /** Whether the text, unquoted, is no string under YAML 1.1 (kyaml IsValueNonString). */
  static boolean isYaml11NonString(String text) {
    return !text.isEmpty() && text.indexOf('\n') < 0 && !ScalarResolver.V2.isText(text);
  }

  /** The tag of an unquoted text. */
  static String tagOfPlain(String text) {
    return ScalarResolver.V3.plain(text).tag().shortForm();
  }

  /**
   * The value: null, Boolean, Long, BigInteger, Double or String. It follows go-yaml's encode.go,
   * which drops a tag that says nothing new and quotes text that must stay text, and its decode.go.
   *
   * @throws BuildFailure where the text does not fit its tag
   */
  public static @Nullable Object value(MutableNode scalar) {
    String text = scalar.value();
    String tag = scalar.tag();
    boolean quoted = scalar.style() != ScalarStyle.PLAIN;
    if (!tag.isEmpty() && !scalar.isTagWritten()) {
      if (tag.equals(Tag.STRING)) {
        return text;
      }
      if (tagOfPlain(text).equals(tag)) {
        tag = Tag.NONE;
      }
    }
    if (tag.isEmpty()) {
      return quoted || text.indexOf('\n') >= 0 ? text : plain(ScalarResolver.V3.plain(text));
    }
    Resolved resolved = ScalarResolver.V3.tagged(tag, text);
    if (resolved == null) {
      throw BuildFailure.of(
              "yaml: cannot decode " + ScalarResolver.V3.guess(text).shortForm() + " as a " + tag)
          .at(scalar.position());
    }
    return resolved.tag() == CoreTag.BINARY ? binary(scalar) : plain(resolved);
  }

  private static @Nullable Object plain(Resolved resolved) {
    return resolved.value() instanceof Timestamp time ? time.toString() : resolved.value();
  }

  private static String binary(MutableNode scalar) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(scalar.value());
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw BuildFailure.of("yaml: !!binary value contains invalid base64 data")
          .at(scalar.position());
    }
  }

  /** Whether the key is text; other keys cannot be printed. */
  static boolean isTextKey(MutableNode key) {
    return key.value().isEmpty() && key.tag().isEmpty() || value(key) instanceof String;
  }
}
