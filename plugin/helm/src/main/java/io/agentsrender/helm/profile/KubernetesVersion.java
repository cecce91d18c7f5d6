package io.agentsrender.helm.profile;

import io.agentsrender.gotemplate.fmt.Quotes;
import io.agentsrender.gotemplate.semver.Version;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Kubernetes version that charts see as {@code .Capabilities.KubeVersion}.
 *
 * @param version as charts read it, with a leading {@code v}
 * @param comparable what a chart's {@code kubeVersion} constraint is checked against
 * @param major the first number, as text
 * @param minor the second number, as text
 */
public record KubernetesVersion(String version, String comparable, String major, String minor) {
  private static final Pattern NUMBERS =
      Pattern.compile("[\\t\\n\\f\\r ]*v?([0-9]+(?:\\.[0-9]+)*)[^\\n]*");

  /**
   * Reads a version as {@code --kube-version} does: Helm 3.15 takes semantic versions and completes
   * them, later ones take any two or more numbers and drop what follows them (chartutil,
   * ParseKubeVersion).
   *
   * @throws RenderException where that Helm refuses it
   */
  public static KubernetesVersion parse(String text, HelmProfile profile) {
    return profile.isAtLeast(HelmProfile.HELM_3_19)
        ? parseNumbers(text, profile)
        : parseSemantic(text, profile);
  }

  private static KubernetesVersion parseSemantic(String text, HelmProfile profile) {
    try {
      Version read = Version.parse(GoString.encode(text), profile.semver());
      String version = "v" + read;
      return new KubernetesVersion(
          version,
          version,
          Long.toUnsignedString(read.major()),
          Long.toUnsignedString(read.minor()));
    } catch (GoError e) {
      throw refused(text, GoString.decode(e.text()));
    }
  }

  private static KubernetesVersion parseNumbers(String text, HelmProfile profile) {
    Matcher matcher = NUMBERS.matcher(text);
    if (!matcher.matches()) {
      throw refused(text, "could not parse " + quote(text) + " as version");
    }
    String[] numbers = matcher.group(1).split("\\.");
    if (numbers.length < 2) {
      throw refused(text, "illegal version string " + quote(text));
    }
    if (numbers[0].length() > 1 && numbers[0].startsWith("0")) {
      throw refused(
          text,
          "illegal zero-prefixed version component " + quote(numbers[0]) + " in " + quote(text));
    }
    StringBuilder comparable = new StringBuilder("v");
    for (String number : numbers) {
      comparable.append(comparable.length() > 1 ? "." : "").append(number(number, text));
    }
    String full = text.startsWith("v") ? text : "v" + text;
    return new KubernetesVersion(
        profile.isHelm4() ? full : comparable.toString(),
        comparable.toString(),
        number(numbers[0], text),
        number(numbers[1], text));
  }

  /** Without leading zeros. */
  private static String number(String digits, String text) {
    BigInteger number = new BigInteger(digits);
    if (number.bitLength() > Long.SIZE) {
      throw refused(
          text,
          "illegal non-numeric version component "
              + quote(digits)
              + " in "
              + quote(text)
              + ": value out of range");
    }
    return number.toString();
  }

  private static String quote(String text) {
    return GoString.decode(Quotes.quote(GoString.encode(text)));
  }

  private static RenderException refused(String text, String reason) {
    return new RenderException(
        Problem.error(
                "reading the Kubernetes version \"" + text + "\"",
                "invalid kube version '" + text + "': " + reason)
            .withAdvice("Write it like 1.34 or v1.34.2."));
  }

  /** The version {@code v1.minor.0}. */
  static KubernetesVersion ofRelease(String version) {
    String[] numbers = version.substring(1).split("\\.");
    return new KubernetesVersion(version, version, numbers[0], numbers[1]);
  }
}
