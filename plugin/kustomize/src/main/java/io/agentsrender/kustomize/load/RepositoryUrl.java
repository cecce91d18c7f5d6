package io.agentsrender.kustomize.load;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder in a git repository, as kustomizations name it (api/internal/git/repospec.go).
 *
 * @param raw the text it was read from
 * @param repository what git clones
 * @param folder the kustomization in there; empty for its root
 * @param revision a branch, tag or commit; empty for the default branch
 */
public record RepositoryUrl(String raw, String repository, String folder, String revision) {
  private static final List<String> SCHEMES = List.of("ssh://", "https://", "http://", "file://");
  private static final Pattern USER = Pattern.compile("^[a-zA-Z][a-zA-Z0-9-]*@");

  /** Empty where the text names no repository. */
  public static Optional<RepositoryUrl> parse(String text) {
    if (text.startsWith("/")) {
      return Optional.empty();
    }
    int question = text.indexOf('?');
    String query = question < 0 ? "" : text.substring(question + 1);
    String url = question < 0 ? text : text.substring(0, question);
    return parse(text, startsWithIgnoringCase(url, "git::") ? url.substring(5) : url, query);
  }

  private static Optional<RepositoryUrl> parse(String raw, String url, String query) {
    String scheme =
        SCHEMES.stream().filter(known -> startsWithIgnoringCase(url, known)).findFirst().orElse("");
    String rest = url.substring(scheme.length());
    Matcher userMatcher = USER.matcher(rest);
    String user = userMatcher.find() ? userMatcher.group() : "";
    rest = rest.substring(user.length());
    boolean github =
        startsWithIgnoringCase(rest, "github.com/") || startsWithIgnoringCase(rest, "github.com:");
    boolean scp = scheme.isEmpty() && (!user.isEmpty() || github);
    if (scheme.isEmpty() && !scp) {
      return Optional.empty();
    }
    if (scheme.equals("file://")) {
      return split(raw, scheme, user + rest, query, true);
    }
    int separator = rest.indexOf('/');
    int colon = scp ? rest.indexOf(':') : -1;
    if (scp && (separator < 0 || colon > 0 && colon < separator)) {
      separator = colon;
    }
    String host = separator < 0 ? rest : rest.substring(0, separator + 1);
    String path = separator < 0 ? "" : rest.substring(separator + 1);
    if (host.isEmpty()) {
      return Optional.empty();
    }
    String prefix = scheme + user + host;
    if (github) {
      boolean ssh = scheme.equals("ssh://") || !user.isEmpty();
      prefix = ssh ? user + "github.com:" : "https://github.com/";
    }
    return split(raw, prefix, path, query, false);
  }

  private static Optional<RepositoryUrl> split(
      String raw, String prefix, String path, String query, boolean wholePath) {
    String repository;
    String folder;
    int marker = path.indexOf("_git/");
    if (marker >= 0) {
      int end = path.indexOf('/', marker + 5);
      repository = end < 0 ? path : path.substring(0, end);
      folder = end < 0 ? "" : path.substring(end + 1);
    } else if (path.contains("//")) {
      repository = path.substring(0, path.indexOf("//"));
      folder = path.substring(path.indexOf("//") + 2);
    } else if (path.contains(".git")) {
      int end = path.indexOf(".git") + 4;
      repository = path.substring(0, end);
      folder = path.substring(end);
    } else if (wholePath) {
      repository = path;
      folder = "";
    } else {
      String[] segments = path.split("/", 3);
      if (segments.length < 2) {
        return Optional.empty();
      }
      repository = segments[0] + "/" + segments[1];
      folder = segments.length > 2 ? segments[2] : "";
    }
    String inside = folder.startsWith("/") ? folder.substring(1) : folder;
    if (repository.isEmpty() || PathNames.clean(inside).startsWith("..")) {
      return Optional.empty();
    }
    return Optional.of(new RepositoryUrl(raw, prefix + repository, inside, revision(query)));
  }

  private static String revision(String query) {
    String version = parameter(query, "version");
    String ref = parameter(query, "ref");
    return ref.isEmpty() ? version : ref;
  }

  private static String parameter(String query, String name) {
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals >= 0 && pair.substring(0, equals).equals(name)) {
        try {
          return URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
          return "";
        }
      }
    }
    return "";
  }

  private static boolean startsWithIgnoringCase(String text, String prefix) {
    return text.length() >= prefix.length()
        && text.substring(0, prefix.length()).toLowerCase(Locale.ROOT).equals(prefix);
  }

  /** Whether the text is the URL of a file that is fetched as such. */
  public static boolean isHttp(String text) {
    return startsWithIgnoringCase(text, "http://") || startsWithIgnoringCase(text, "https://");
  }
}
