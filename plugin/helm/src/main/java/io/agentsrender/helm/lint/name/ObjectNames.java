package io.agentsrender.helm.lint.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What Kubernetes lets objects of a kind be called (apimachinery, validation.NameIsDNSSubdomain and
 * its siblings).
 */
public final class ObjectNames {
  private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";

  private static final Form SUBDOMAIN =
      new Form(
          LABEL + "(\\." + LABEL + ")*",
          253,
          "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-'"
              + " or '.', and must start and end with an alphanumeric character"
              + " (e.g. 'example.com', ");

  private static final Form DNS_LABEL =
      new Form(
          LABEL,
          63,
          "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-',"
              + " and must start and end with an alphanumeric character"
              + " (e.g. 'my-name',  or '123-abc', ");

  private static final Form OLD_DNS_LABEL =
      new Form(
          "[a-z]([-a-z0-9]*[a-z0-9])?",
          63,
          "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with"
              + " an alphabetic character, and end with an alphanumeric character"
              + " (e.g. 'my-name',  or 'abc-123', ");

  /**
   * A form of names.
   *
   * @param regex that Kubernetes shows; names are bounded before it is tried
   */
  private record Form(String regex, int most, Pattern pattern, String rule) {
    Form(String regex, int most, String rule) {
      this(regex, most, Pattern.compile(regex), rule);
    }

    List<String> faults(String name) {
      List<String> faults = new ArrayList<>();
      boolean tooLong = name.length() > most;
      if (tooLong) {
        faults.add("must be no more than " + most + " characters");
      }
      if (this == DNS_LABEL && name.contains(".") && SUBDOMAIN.matches(name)) {
        faults.add("must not contain dots");
      } else if (!matches(name)) {
        faults.add(rule + "regex used for validation is '" + regex + "')");
      }
      return faults;
    }

    /** Label by label, for the expression as a whole would try a long name in too many ways. */
    private boolean matches(String name) {
      if (this != SUBDOMAIN) {
        return pattern.matcher(name).matches();
      }
      for (String label : name.split("\\.", -1)) {
        if (!DNS_LABEL.pattern.matcher(label).matches()) {
          return false;
        }
      }
      return true;
    }
  }

  private ObjectNames() {}

  /** What is wrong with a name, in the words of Kubernetes; nothing where it is right. */
  public static List<String> faults(String kind, String name) {
    return switch (kind.toLowerCase(Locale.ROOT)) {
      case "service" -> OLD_DNS_LABEL.faults(name);
      case "namespace" -> DNS_LABEL.faults(name);
      case "certificatesigningrequest" -> List.of();
      case "role", "clusterrole", "rolebinding", "clusterrolebinding" -> pathSegment(name);
      default -> SUBDOMAIN.faults(name);
    };
  }

  private static List<String> pathSegment(String name) {
    if (name.equals(".") || name.equals("..")) {
      return List.of("may not be '" + name + "'");
    }
    List<String> faults = new ArrayList<>();
    for (String forbidden : List.of("/", "%")) {
      if (name.contains(forbidden)) {
        faults.add("may not contain '" + forbidden + "'");
      }
    }
    return faults;
  }
}
