package io.agentsrender.kustomize.selector;

import io.agentsrender.kustomize.failure.BuildFailure;
import java.util.regex.Pattern;

/** Which keys and values labels may have (k8s.io/apimachinery/pkg/util/validation). */
final class QualifiedName {
  private static final int MAX_NAME = 63;
  private static final int MAX_PREFIX = 253;
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9](?:[-A-Za-z0-9_.]*+(?<=[A-Za-z0-9]))?");
  private static final Pattern PREFIX =
      Pattern.compile(
          "[a-z0-9](?:[-a-z0-9]*+(?<=[a-z0-9]))?(?:\\.[a-z0-9](?:[-a-z0-9]*+(?<=[a-z0-9]))?)*+");

  private QualifiedName() {}

  static void requireKey(String key) {
    int slash = key.indexOf('/');
    String name = key.substring(slash + 1);
    boolean prefixed = slash >= 0;
    if (prefixed && !isPrefix(key.substring(0, slash)) || !isName(name)) {
      throw BuildFailure.of(
          "invalid label key \""
              + key
              + "\": name part must consist of alphanumeric characters, '-', '_' or '.', and must"
              + " start and end with an alphanumeric character, with an optional DNS subdomain"
              + " prefix and '/' (e.g. 'example.com/MyName')");
    }
  }

  static void requireValue(String key, String value) {
    if (!value.isEmpty() && !isName(value)) {
      throw BuildFailure.of(
          "invalid label value: \""
              + value
              + "\": at key: \""
              + key
              + "\": a valid label must be an empty string or consist of alphanumeric characters,"
              + " '-', '_' or '.', and must start and end with an alphanumeric character");
    }
  }

  private static boolean isName(String text) {
    return text.length() <= MAX_NAME && NAME.matcher(text).matches();
  }

  private static boolean isPrefix(String text) {
    return text.length() <= MAX_PREFIX && PREFIX.matcher(text).matches();
  }
}
