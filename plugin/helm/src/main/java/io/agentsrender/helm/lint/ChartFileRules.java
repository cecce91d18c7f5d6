package io.agentsrender.helm.lint;

import io.agentsrender.gotemplate.semver.Version;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.helm.chart.ChartStructs;
import io.agentsrender.helm.decode.DecodeException;
import io.agentsrender.helm.decode.Decoded;
import io.agentsrender.helm.decode.StructReader;
import io.agentsrender.helm.lint.LintMessage.Severity;
import io.agentsrender.helm.lint.document.StrictReading;
import io.agentsrender.helm.lint.name.GoText;
import io.agentsrender.helm.lint.name.MailAddress;
import io.agentsrender.helm.lint.name.WebAddress;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.source.Content;
import io.agentsrender.source.Position;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.read.YamlException;
import io.agentsrender.yaml.read.YamlReader;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is asked of {@code Chart.yaml} (rules/chartfile.go). */
public final class ChartFileRules {
  private static final String FILE = "Chart.yaml";
  private static final String LEAST_VERSION = "0.0.0-0";
  private static final String NUMBER = "(?:0|[1-9][0-9]*)";
  private static final Pattern STRICT_VERSION =
      Pattern.compile(NUMBER + "\\." + NUMBER + "\\." + NUMBER + "(?:[-+].*)?");
  private static final YamlReader READER = YamlReader.of(Dialect.HELM);

  private final LintedFiles files;
  private final HelmProfile profile;
  private final LintMessages messages;
  private Node document;
  private Decoded metadata = new Decoded();

  private ChartFileRules(LintedFiles files, HelmProfile profile, LintMessages messages) {
    this.files = files;
    this.profile = profile;
    this.messages = messages;
    this.document = new MapNode(List.of(), files.place(FILE));
  }

  /** Adds what is wrong with it. */
  public static void check(LintedFiles files, HelmProfile profile, LintMessages messages) {
    new ChartFileRules(files, profile, messages).check();
  }

  private void check() {
    Content content = files.file(FILE).orElseGet(() -> Content.ofText(""));
    if (!read(content)) {
      return;
    }
    if (profile.isHelm4()) {
      StrictReading.fault(content, files.source(FILE), ChartStructs.metadata(profile))
          .ifPresent(fault ->
              say(
                  Severity.WARNING,
                  "failed to strictly parse chart metadata file\n\t" + fault,
                  ""));
    }
    checkName();
    checkApiVersion();
    checkIsText("version");
    checkVersion();
    checkIsText("appVersion");
    checkMaintainers();
    checkSources();
    checkIcon();
    checkFormatOne();
    if (profile.isHelm4()) {
      checkStrictVersion();
    }
  }

  private boolean read(Content content) {
    try {
      document = READER.first(content, files.source(FILE));
      metadata = StructReader.read(ChartStructs.metadata(profile), document);
      return true;
    } catch (YamlException e) {
      unreadable(
          "error converting YAML to JSON: " + e.goText(),
          e.problems().getFirst().place().orElse(files.place(FILE)));
    } catch (DecodeException e) {
      unreadable("error unmarshaling JSON: while decoding JSON: " + e.goText(), e.position());
    }
    return false;
  }

  private void unreadable(String reason, Position place) {
    messages.add(Severity.ERROR, FILE, "unable to parse YAML\n\t" + reason, place);
  }

  private void checkName() {
    String name = metadata.text("name");
    if (name.isEmpty()) {
      error("name is required", "name");
    } else if (!baseName(name).equals(name)) {
      error("chart name " + GoText.quote(name) + " is invalid", "name");
    }
  }

  /** What filepath.Base gives. */
  private static String baseName(String path) {
    String trimmed = path.replaceFirst("/+$", "");
    return trimmed.isEmpty() ? "/" : trimmed.substring(trimmed.lastIndexOf('/') + 1);
  }

  private void checkApiVersion() {
    String apiVersion = metadata.text("apiVersion");
    String wanted = "The value must be either \"v1\" or \"v2\"";
    if (apiVersion.isEmpty()) {
      error("apiVersion is required. " + wanted, "apiVersion");
    } else if (!apiVersion.equals("v1") && !apiVersion.equals("v2")) {
      error("apiVersion '" + apiVersion + "' is not valid. " + wanted, "apiVersion");
    }
  }

  private void checkIsText(String key) {
    boolean set = document instanceof MapNode map && map.has(key);
    node(key)
        .filter(_ -> set)
        .map(GoText::typeOf)
        .filter(type -> !type.equals("string"))
        .ifPresent(type -> error(key + " should be of type string but it's of type " + type, key));
  }

  private void checkVersion() {
    String text = metadata.text("version");
    if (text.isEmpty()) {
      error("version is required", "version");
    } else {
      Optional<Version> version = version(text);
      if (version.isEmpty()) {
        error("version '" + text + "' is not a valid SemVer", "version");
      } else if (version.get().compareTo(version(LEAST_VERSION).orElseThrow()) <= 0) {
        String quote = profile.isHelm4() ? "\"" : "";
        error(
            "version "
                + (quote + text + quote)
                + " is less than or equal to "
                + (quote + LEAST_VERSION + quote),
            "version");
      }
    }
  }

  private void checkStrictVersion() {
    String text = metadata.text("version");
    if (!isStrict(text)) {
      say(Severity.WARNING, "version '" + text + "' is not a valid SemVerV2", "version");
    }
  }

  private Optional<Version> version(String text) {
    try {
      return Optional.of(Version.parse(GoString.encode(text), profile.semver()));
    } catch (GoError e) {
      return Optional.empty();
    }
  }

  /** Without a {@code v}, and with three numbers. */
  private boolean isStrict(String text) {
    return STRICT_VERSION.matcher(text).matches() && version(text).isPresent();
  }

  private void checkMaintainers() {
    for (Optional<Decoded> entry : metadata.structs("maintainers").orElse(List.of())) {
      Optional<String> fault = maintainerFault(entry);
      if (fault.isPresent()) {
        error(fault.get(), "maintainers");
        return;
      }
    }
  }

  private Optional<String> maintainerFault(Optional<Decoded> entry) {
    if (entry.isEmpty()) {
      return Optional.of("a maintainer entry is empty");
    }
    String name = entry.get().text("name");
    String email = entry.get().text("email");
    String url = entry.get().text("url");
    if (name.isEmpty()) {
      return Optional.of("each maintainer requires a name");
    }
    if (!email.isEmpty() && !MailAddress.isValid(email)) {
      return Optional.of("invalid email '" + email + "' for maintainer '" + name + "'");
    }
    return url.isEmpty() || WebAddress.isUrl(url, profile)
        ? Optional.empty()
        : Optional.of("invalid url '" + url + "' for maintainer '" + name + "'");
  }

  private void checkSources() {
    metadata.texts("sources").stream()
        .filter(source -> !WebAddress.isRequestUrl(source, profile))
        .findFirst()
        .ifPresent(source -> error("invalid source URL '" + source + "'", "sources"));
  }

  private void checkIcon() {
    String icon = metadata.text("icon");
    if (icon.isEmpty()) {
      say(Severity.INFO, "icon is recommended", "icon");
    } else if (!WebAddress.isRequestUrl(icon, profile)) {
      error("invalid icon URL '" + icon + "'", "icon");
    }
  }

  /** What version 1 of the format does not have. */
  private void checkFormatOne() {
    String apiVersion = metadata.text("apiVersion");
    if (apiVersion.equals("v2")) {
      return;
    }
    if (!metadata.text("type").isEmpty()) {
      error(
          "chart type is not valid in apiVersion '"
              + apiVersion
              + "'. It is valid in apiVersion 'v2'",
          "type");
    }
    if (!metadata.structs("dependencies").orElse(List.of()).isEmpty()) {
      error(
          "dependencies are not valid in the Chart file with apiVersion '"
              + apiVersion
              + "'. They are valid in apiVersion 'v2'",
          "dependencies");
    }
  }

  private void error(String text, String key) {
    say(Severity.ERROR, text, key);
  }

  private void say(Severity severity, String text, String key) {
    messages.add(severity, FILE, text, place(key));
  }

  private Optional<Node> node(String key) {
    return document instanceof MapNode map ? Optional.ofNullable(map.get(key)) : Optional.empty();
  }

  private Position place(String key) {
    return node(key).map(Node::position).orElse(files.place(FILE));
  }
}
