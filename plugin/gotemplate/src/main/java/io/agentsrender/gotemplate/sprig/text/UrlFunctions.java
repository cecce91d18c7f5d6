package io.agentsrender.gotemplate.sprig.text;

import static io.agentsrender.gotemplate.value.GoTypes.MAP;
import static io.agentsrender.gotemplate.value.GoTypes.STRING;
import static io.agentsrender.gotemplate.value.Signature.signature;

import io.agentsrender.gotemplate.function.Arguments;
import io.agentsrender.gotemplate.net.GoUrl;
import io.agentsrender.gotemplate.net.UrlRules;
import io.agentsrender.gotemplate.net.UserInfo;
import io.agentsrender.gotemplate.sprig.table.FunctionTable;
import io.agentsrender.gotemplate.sprig.table.Values;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Functions that take addresses apart and put them together, and that resolve names. */
public final class UrlFunctions {
  private UrlFunctions() {}

  public static void addTo(FunctionTable table, UrlRules rules) {
    table.add("urlParse", signature(STRING).returns(MAP), args -> parse(args, rules));
    table.add("urlJoin", signature(MAP).returns(STRING), args -> join(args.map(0), rules));
    table.add("getHostByName", signature(STRING).returns(STRING), UrlFunctions::resolve);
  }

  private static GoMap parse(Arguments args, UrlRules rules) {
    GoUrl url;
    try {
      url = GoUrl.parse(args.string(0), rules);
    } catch (GoError e) {
      throw new GoError("unable to parse url: " + e.text(), e);
    }
    GoMap parts = new GoMap();
    parts.put("scheme", url.scheme());
    parts.put("host", url.host());
    parts.put("hostname", url.hostname());
    parts.put("path", url.path());
    parts.put("query", url.query());
    parts.put("opaque", url.opaque());
    parts.put("fragment", url.fragment());
    parts.put("userinfo", Objects.toString(url.user(), ""));
    return parts;
  }

  private static String join(GoMap parts, UrlRules rules) {
    // In the order in which Sprig looks at them and may fail.
    String scheme = part(parts, "scheme");
    String host = part(parts, "host");
    String path = part(parts, "path");
    String query = part(parts, "query");
    String opaque = part(parts, "opaque");
    String fragment = part(parts, "fragment");
    String user = part(parts, "userinfo");
    return GoUrl.of(
            scheme,
            opaque,
            user.isEmpty() ? null : userInfo(user, rules),
            host,
            path,
            query,
            fragment)
        .toString();
  }

  private static String part(GoMap parts, String key) {
    if (!parts.containsKey(key)) {
      return "";
    }
    Object value = parts.get(key);
    if (value == null) {
      throw Values.nilType();
    }
    if (value instanceof String s) {
      return s;
    }
    throw new GoError(
        "unable to parse "
            + key
            + " key, must be of type string, but "
            + Values.kind(value)
            + " found");
  }

  private static @Nullable UserInfo userInfo(String user, UrlRules rules) {
    try {
      return GoUrl.parse("proto://" + user + "@host", rules).user();
    } catch (GoError e) {
      throw new GoError("unable to parse userinfo in dict: " + e.text(), e);
    }
  }

  /** One of the addresses of a name. */
  private static String resolve(Arguments args) {
    List<String> addresses = args.context().host().addresses(args.string(0));
    if (addresses.isEmpty()) {
      throw new GoError("invalid argument to Intn");
    }
    return addresses.get(args.context().host().random().nextInt(addresses.size()));
  }
}
