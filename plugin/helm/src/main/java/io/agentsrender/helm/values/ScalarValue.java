package io.agentsrender.helm.values;

import io.agentsrender.gotemplate.value.GoInt;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.source.Position;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.ScalarStyle;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A single value.
 *
 * @param goValue what templates see: a byte string, {@code Double} for every number out of a file,
 *     a {@code GoInt} for one out of {@code --set}, {@code Boolean}, or null
 * @param node the text and place that it comes from
 */
public record ScalarValue(@Nullable Object goValue, ScalarNode node) implements Value {

  /** What a scalar of a file is once it went through JSON (sigs.k8s.io/yaml). */
  static ScalarValue of(ScalarNode node) {
    Object value = node.value();
    return new ScalarValue(
        switch (value) {
          case null -> null;
          case Long number -> number.doubleValue();
          case BigInteger number -> number.doubleValue();
          case String text -> GoString.encode(text);
          default -> value;
        },
        node);
  }

  /** A value that a flag gives. */
  public static ScalarValue of(@Nullable Object goValue, Position position) {
    return new ScalarValue(
        goValue,
        switch (goValue) {
          case null -> ScalarNode.plain("null", Dialect.HELM, position);
          case String bytes -> ScalarNode.string(GoString.decode(bytes), Dialect.HELM, position);
          default -> ScalarNode.of(text(goValue), ScalarStyle.PLAIN, null, Dialect.HELM, position);
        });
  }

  private static String text(Object goValue) {
    return goValue instanceof GoInt number ? Long.toString(number.bits()) : goValue.toString();
  }

  @Override
  public boolean isNull() {
    return goValue == null;
  }

  @Override
  public Position position() {
    return node.position();
  }

  @Override
  public ScalarValue freeze() {
    return this;
  }

  @Override
  public ScalarValue copy() {
    return this;
  }

  /** Does not show the value, which may be secret. */
  @Override
  public String toString() {
    return "ScalarValue[" + position() + "]";
  }
}
