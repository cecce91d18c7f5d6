package io.agentsrender.kustomize.node.conversion;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.Tag;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.ScalarStyle;
import io.agentsrender.yaml.scalar.CoreTag;
import io.agentsrender.yaml.scalar.Resolved;
import io.agentsrender.yaml.scalar.ScalarResolver;
import io.agentsrender.yaml.scalar.Timestamp;
import io.agentsrender.yaml.write.KyamlRoundTrip;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What scalars mean once they are written down and read again, as kustomize does before it prints.
 */
public final class Scalars {
  private Scalars() {}

  /** Whether the text, unquoted, is no string under YAML 1.1 (kyaml IsValueNonString). */
  public static boolean isYaml11NonString(String text) {
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
   * @param passage how it comes out of the tree
   * @throws BuildFailure where the text does not fit its tag, or cannot be read again
   */
  public static @Nullable Object value(MutableNode scalar, Passage passage) {
    ScalarNode reread = mayChange(scalar, passage) ? reread(scalar, passage) : null;
    String text = reread == null ? scalar.value() : reread.text();
    boolean quoted = (reread == null ? scalar.style() : reread.style()) != ScalarStyle.PLAIN;
    String tag = quoted && reread != null ? reread.explicitTag().orElse(Tag.NONE) : scalar.tag();
    if (!tag.isEmpty() && !scalar.isTagWritten()) {
      if (tag.equals(Tag.STRING)) {
        return text;
      }
      if (passage != Passage.DIRECT && tagOfPlain(text).equals(tag)) {
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

  /**
   * Looks whether a text can be read again after it was written.
   *
   * @throws BuildFailure where it cannot
   */
  static void requireReadable(MutableNode text) {
    if (text.value().startsWith("\t")) {
      reread(text, Passage.WRITTEN);
    }
  }

  /** Few scalars are not read as they were before they were written. */
  private static boolean mayChange(MutableNode scalar, Passage passage) {
    return switch (passage) {
      case DIRECT -> false;
      case WRITTEN -> scalar.style() == ScalarStyle.FOLDED || scalar.value().startsWith("\t");
      case WRITTEN_IN_FLOW -> scalar.style() == ScalarStyle.PLAIN;
    };
  }

  private static ScalarNode reread(MutableNode scalar, Passage passage) {
    boolean inFlow = passage == Passage.WRITTEN_IN_FLOW;
    try {
      return KyamlRoundTrip.ofScalar(WrittenNode.scalar(scalar), inFlow);
    } catch (RenderException e) {
      Problem problem = e.problems().getFirst();
      BuildFailure failure = BuildFailure.of(problem.reason()).at(scalar.position());
      throw problem.advice().map(failure::withAdvice).orElse(failure);
    }
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
    return key.value().isEmpty() && key.tag().isEmpty()
        || value(key, Passage.WRITTEN) instanceof String;
  }
}
