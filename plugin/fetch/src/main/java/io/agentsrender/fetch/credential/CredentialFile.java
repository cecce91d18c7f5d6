package io.agentsrender.fetch.credential;

import io.agentsrender.fetch.access.HostPattern;
import io.agentsrender.fetch.access.RemoteAddress;
import io.agentsrender.gitops.field.Fields;
import io.agentsrender.gitops.field.Findings;
import io.agentsrender.gitops.field.PlacedText;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.read.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A file of rules that say which mounted files hold the credentials of which host. It holds no
 * secret itself.
 */
public final class CredentialFile implements Credentials {
  private static final List<String> FIELDS =
      List.of(
          "host",
          "path",
          "username",
          "usernameFile",
          "passwordFile",
          "tokenFile",
          "sshKeyFile",
          "passphraseFile");

  private final List<CredentialRule> rules;

  private CredentialFile(List<CredentialRule> rules) {
    this.rules = rules;
  }

  /**
   * Reads a file of rules.
   *
   * @throws RenderException with everything that is wrong with it
   */
  public static CredentialFile read(Path file) {
    Findings findings = new Findings("reading the credentials file");
    Node document =
        YamlReader.of(Dialect.HELM).withoutExcerpts().first(bytes(file), file.toString());
    List<CredentialRule> rules = new ArrayList<>();
    if (document instanceof MapNode map) {
      Fields fields = Fields.of(map, findings).allow(List.of("credentials"));
      Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
      for (Fields rule : fields.maps("credentials")) {
        rule(rule.allow(FIELDS), folder).ifPresent(rules::add);
      }
    } else {
      findings.error(
          document.position(),
          "it is " + document.describe() + ", not a map",
          "Write a list of rules under \"credentials\".");
    }
    findings.report(new ArrayList<>());
    return new CredentialFile(List.copyOf(rules));
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new RenderException(
          Problem.error(
                  "reading the credentials file",
                  Files.exists(file) ? "it cannot be read" : "there is no such file")
              .withPlace(Position.ofFile(file.toString()))
              .withAdvice("Mount it there, or name another by AGENTS_RENDER_CREDENTIALS."),
          e);
    }
  }

  private static Optional<CredentialRule> rule(Fields fields, Path folder) {
    PlacedText host = fields.required("host", "Name the host, as in git.example.com.");
    boolean password = fields.has("passwordFile");
    boolean token = fields.has("tokenFile");
    boolean key = fields.has("sshKeyFile");
    if ((password ? 1 : 0) + (token ? 1 : 0) + (key ? 1 : 0) != 1) {
      fields
          .findings()
          .error(
              fields.map().position(),
              "a rule names one of \"passwordFile\", \"tokenFile\" and \"sshKeyFile\"",
              "Name the one file that the host wants, and write a rule for each way to ask it.");
    }
    if (password && fields.has("username") == fields.has("usernameFile")) {
      fields
          .findings()
          .error(
              fields.map().position(),
              "with \"passwordFile\" goes one of \"username\" and \"usernameFile\"",
              "Hosts that take a token for a password mostly take any user name.");
    }
    return host.text().isEmpty()
        ? Optional.empty()
        : pattern(fields, host).map(pattern -> rule(fields, folder, pattern));
  }

  private static Optional<HostPattern> pattern(Fields fields, PlacedText host) {
    try {
      return Optional.of(HostPattern.parse(host.text(), "the host of a rule"));
    } catch (RenderException e) {
      Problem problem = e.problems().getFirst();
      fields.findings().error(host.at(), problem.reason(), problem.advice().orElse(""));
      return Optional.empty();
    }
  }

  private static CredentialRule rule(Fields fields, Path folder, HostPattern host) {
    return new CredentialRule(
        host,
        fields.text("path").map(PlacedText::text).map(CredentialFile::bare).orElse(""),
        fields.text("username").map(PlacedText::text).orElse(""),
        file(fields, "usernameFile", folder),
        file(fields, "passwordFile", folder),
        file(fields, "tokenFile", folder),
        file(fields, "sshKeyFile", folder),
        file(fields, "passphraseFile", folder));
  }

  private static String bare(String path) {
    return path.replaceAll("^/+|/+$", "");
  }

  private static Optional<Path> file(Fields fields, String name, Path folder) {
    return fields.text(name).map(text -> folder.resolve(text.text()));
  }

  /** The rule with the longest path that applies; of two alike, the first. */
  @Override
  public Optional<Credential> find(RemoteAddress address) {
    return rules.stream()
        .filter(rule -> rule.appliesTo(address))
        .max(
            Comparator.comparingInt((CredentialRule rule) -> rule.path().length())
                .thenComparingInt(rule -> -rules.indexOf(rule)))
        .map(CredentialRule::credential);
  }
}
