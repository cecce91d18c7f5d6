package io.agentsrender.helm.lint.name;

import com.google.re2j.Pattern;
import io.agentsrender.gotemplate.net.GoUrl;
import io.agentsrender.gotemplate.net.UrlRules;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.helm.profile.HelmProfile;
import java.util.Optional;

/** What the library that Helm asks takes for an address of the web (govalidator). */
public final class WebAddress {
  /** Characters above which it is none, and bytes up to which it is none. */
  private static final int MOST = 2083;

  private static final int LEAST = 3;
  private static final String WORD = "[a-zA-Z0-9\\x{00a1}-\\x{ffff}]";

  private static final String IPV4 =
      "(?:[1-9]\\d?|1\\d\\d|2[01]\\d|22[0-3]|24\\d|25[0-5])"
          + "(?:\\.(?:\\d{1,2}|1\\d\\d|2[0-4]\\d|25[0-5])){2}"
          + "\\.(?:\\d\\d?|1\\d\\d|2[0-4]\\d|25[0-5])";

  /** Whether it is a well-formed one was found out before, by Go's own reader. */
  private static final String IPV6 = "\\[[0-9a-fA-F:.%a-zA-Z]+\\]";

  private static final String SUBDOMAIN =
      "(?:www\\.|[a-zA-Z0-9]+(?:[-_.]?[a-zA-Z0-9])*[a-zA-Z0-9]\\.[a-zA-Z0-9]+)";

  private static final String FIRST_LABELS =
      "(?:[a-zA-Z0-9](?:[a-zA-Z0-9_-]+)?[a-zA-Z0-9](?:[-.][a-zA-Z0-9]+)*|" + SUBDOMAIN + "?)";

  private static final String NAME =
      FIRST_LABELS + "?(?:(?:" + WORD + "+-?-?)*" + WORD + "+)(?:\\.[a-zA-Z\\x{00a1}-\\x{ffff}]+)?";

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:(?:ftp|tcp|udp|wss?|https?)://)?(?:\\S+(?::\\S*)?@)?(?:"
              + IPV4
              + "|"
              + IPV6
              + "|"
              + NAME
              + ")\\.?(?::\\d{1,5})?(?:[/?#]\\S*)?");

  private WebAddress() {}

  /** {@code IsURL}: the scheme may be missing. */
  public static boolean isUrl(String text, HelmProfile profile) {
    int bytes = GoString.encode(text).length();
    if (text.codePointCount(0, text.length()) >= MOST || bytes <= LEAST || text.startsWith(".")) {
      return false;
    }
    boolean port = text.contains(":") && !text.contains("://");
    Optional<GoUrl> url = parse(port ? "http://" + text : text, profile);
    if (url.isEmpty() || url.get().host().startsWith(".")) {
      return false;
    }
    boolean word =
        url.get().host().isEmpty()
            && !url.get().path().isEmpty()
            && !url.get().path().contains(".");
    return !word && ADDRESS.matcher(text).matches();
  }

  private static Optional<GoUrl> parse(String text, HelmProfile profile) {
    try {
      return Optional.of(GoUrl.parse(GoString.encode(text), rules(profile)));
    } catch (GoError e) {
      return Optional.empty();
    }
  }

  /** {@code IsRequestURL}: anything with a scheme. */
  public static boolean isRequestUrl(String text, HelmProfile profile) {
    try {
      return !GoUrl.parseRequest(GoString.encode(text), rules(profile)).scheme().isEmpty();
    } catch (GoError e) {
      return false;
    }
  }

  private static UrlRules rules(HelmProfile profile) {
    return switch (profile) {
      case HELM_3_15 -> UrlRules.GO_1_22;
      case HELM_3_19, HELM_3_21 -> UrlRules.GO_1_24;
      case HELM_4_2 -> UrlRules.GO_1_26;
    };
  }
}
