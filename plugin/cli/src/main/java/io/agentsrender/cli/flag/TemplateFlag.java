package io.agentsrender.cli.flag;

import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.release.MissingDependenciesException;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Stack;
import java.util.regex.Pattern;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The flags of {@code helm template} beside {@link TemplateOptions}: those that change nothing in
 * what is printed for a chart on this machine, and those that ask for what this program does not do
 * and are refused. A flag is known where the helm of the profile knows it.
 */
public enum TemplateFlag {
  ATOMIC("--atomic", Form.SWITCH),
  BURST_LIMIT("--burst-limit", Form.INTEGER),
  CA_FILE("--ca-file", Form.TEXT),
  CERT_FILE("--cert-file", Form.TEXT),
  COLOR("--color", Form.COLOUR, Helms.FOUR),
  COLOUR("--colour", Form.COLOUR, Helms.FOUR),
  CONTENT_CACHE("--content-cache", Form.TEXT, Helms.FOUR),
  CREATE_NAMESPACE("--create-namespace", Form.SWITCH),
  DEBUG("--debug", Form.SWITCH),
  DEPENDENCY_UPDATE("--dependency-update", Form.SWITCH),
  DESCRIPTION("--description", Form.TEXT),
  DEVEL("--devel", Form.SWITCH),
  DISABLE_OPENAPI_VALIDATION("--disable-openapi-validation", Form.SWITCH),
  DRY_RUN("--dry-run", Form.DRY_RUN),
  ENABLE_DNS("--enable-dns", Form.SWITCH, "no host is looked up while templates run"),
  FORCE("--force", Form.SWITCH),
  FORCE_CONFLICTS("--force-conflicts", Form.SWITCH, Helms.FOUR),
  FORCE_REPLACE("--force-replace", Form.SWITCH, Helms.FOUR),
  HIDE_NOTES("--hide-notes", Form.SWITCH, Helms.NEWER),
  INSECURE_SKIP_TLS_VERIFY("--insecure-skip-tls-verify", Form.SWITCH),
  KEY_FILE("--key-file", Form.TEXT),
  KEYRING("--keyring", Form.TEXT),
  KUBE_APISERVER("--kube-apiserver", Form.TEXT),
  KUBE_AS_GROUP("--kube-as-group", Form.TEXT),
  KUBE_AS_USER("--kube-as-user", Form.TEXT),
  KUBE_CA_FILE("--kube-ca-file", Form.TEXT),
  KUBE_CONTEXT("--kube-context", Form.TEXT),
  KUBE_INSECURE_SKIP_TLS_VERIFY("--kube-insecure-skip-tls-verify", Form.SWITCH),
  KUBE_TLS_SERVER_NAME("--kube-tls-server-name", Form.TEXT),
  KUBE_TOKEN("--kube-token", Form.TEXT),
  KUBECONFIG("--kubeconfig", Form.TEXT),
  LABELS("--labels", Form.PAIRS),
  OUTPUT_DIR("--output-dir", Form.TEXT, "the text goes to standard output only"),
  PASS_CREDENTIALS("--pass-credentials", Form.SWITCH),
  PASSWORD("--password", Form.TEXT),
  PLAIN_HTTP("--plain-http", Form.SWITCH),
  POST_RENDERER("--post-renderer", Form.TEXT, "no program is started"),
  POST_RENDERER_ARGS("--post-renderer-args", Form.TEXT),
  QPS("--qps", Form.NUMBER),
  REGISTRY_CONFIG("--registry-config", Form.TEXT),
  RELEASE_NAME("--release-name", Form.SWITCH),
  RENDER_SUBCHART_NOTES("--render-subchart-notes", Form.SWITCH),
  REPLACE("--replace", Form.SWITCH),
  REPO("--repo", Form.TEXT, "charts of repositories are not fetched"),
  REPOSITORY_CACHE("--repository-cache", Form.TEXT),
  REPOSITORY_CONFIG("--repository-config", Form.TEXT),
  ROLLBACK_ON_FAILURE("--rollback-on-failure", Form.SWITCH, Helms.FOUR),
  SERVER_SIDE("--server-side", Form.SWITCH, Helms.FOUR),
  SKIP_CRDS("--skip-crds", Form.SWITCH),
  SKIP_SCHEMA_VALIDATION("--skip-schema-validation", Form.SWITCH, Helms.NEWER),
  TAKE_OWNERSHIP("--take-ownership", Form.SWITCH, Helms.NEWER),
  TIMEOUT("--timeout", Form.DURATION),
  USERNAME("--username", Form.TEXT),
  VALIDATE("--validate", Form.SWITCH, "no cluster is asked"),
  VERIFY("--verify", Form.SWITCH, "signatures of packaged charts are not checked"),
  VERSION("--version", Form.TEXT),
  WAIT("--wait", Form.WAIT),
  WAIT_FOR_JOBS("--wait-for-jobs", Form.SWITCH);

  /** What the value of a flag looks like. */
  private enum Form {
    SWITCH("1|t|T|TRUE|true|True|0|f|F|FALSE|false|False"),
    TEXT("(?s).*"),
    INTEGER("[-+]?\\d+"),
    NUMBER("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?"),
    DURATION("[-+]?((\\d+(\\.\\d*)?|\\.\\d+)(ns|us|µs|ms|s|m|h))+|0"),
    PAIRS("(?s).*=.*"),
    COLOUR("never|auto|always"),
    DRY_RUN("(true|false|none|client|server)?", "true|unset|client|server"),
    WAIT("true|false", "true|false|watcher|hookOnly|legacy");

    private final Pattern helm3;
    private final Pattern helm4;

    Form(String pattern) {
      this(pattern, pattern);
    }

    Form(String helm3, String helm4) {
      this.helm3 = Pattern.compile(helm3);
      this.helm4 = Pattern.compile(helm4);
    }

    boolean fits(String value, HelmProfile profile) {
      return (profile.isHelm4() ? helm4 : helm3).matcher(value).matches();
    }

    /** As pflag has it: a value only with an equals sign. */
    boolean isOptional() {
      return this == SWITCH || this == DRY_RUN || this == WAIT;
    }
  }

  /** The releases of Helm that know a flag. */
  private enum Helms {
    ALL(EnumSet.allOf(HelmProfile.class)),
    NEWER(EnumSet.complementOf(EnumSet.of(HelmProfile.HELM_3_15))),
    FOUR(EnumSet.of(HelmProfile.HELM_4_2));

    private final Set<HelmProfile> profiles;

    Helms(Set<HelmProfile> profiles) {
      this.profiles = profiles;
    }
  }

  private static final String GIVEN = "true";
  private static final String SERVER = "server";

  private final String flag;
  private final Form form;
  private final Helms helms;
  private final String refusal;

  TemplateFlag(String flag, Form form) {
    this(flag, form, Helms.ALL, "");
  }

  TemplateFlag(String flag, Form form, Helms helms) {
    this(flag, form, helms, "");
  }

  TemplateFlag(String flag, Form form, String refusal) {
    this(flag, form, Helms.ALL, refusal);
  }

  TemplateFlag(String flag, Form form, Helms helms, String refusal) {
    this.flag = flag;
    this.form = form;
    this.helms = helms;
    this.refusal = refusal;
  }

  public static void addTo(CommandSpec spec) {
    for (TemplateFlag flag : values()) {
      if (spec.findOption(flag.flag) == null) {
        spec.addOption(flag.option());
      }
    }
  }

  private OptionSpec option() {
    OptionSpec.Builder option =
        this == LABELS ? OptionSpec.builder("-l", flag) : OptionSpec.builder(flag);
    option.hidden(true);
    option.type(String.class);
    return form.isOptional()
        ? option.arity("0..1").preprocessor(new AttachedValue()).build()
        : option.build();
  }

  /**
   * Refuses what the helm of a profile would not know or read, and what is not done here.
   *
   * @throws ParameterException for the former
   * @throws RenderException for the latter
   */
  public static void check(ParseResult given, HelmProfile profile) {
    List<Problem> refused = new ArrayList<>();
    for (TemplateFlag flag : values()) {
      if (given.hasMatchedOption(flag.flag)) {
        flag.checkKnown(given, profile);
        String value = String.valueOf(given.matchedOption(flag.flag).<Object>getValue());
        flag.checkForm(given, value, profile);
        flag.refusal(value).ifPresent(refused::add);
      }
    }
    if (!refused.isEmpty()) {
      throw new RenderException(refused);
    }
  }

  private void checkKnown(ParseResult given, HelmProfile profile) {
    if (!helms.profiles.contains(profile)) {
      throw new ParameterException(
          given.commandSpec().commandLine(),
          "unknown flag: " + flag + ": Helm " + profile.minor() + " does not have it");
    }
  }

  private void checkForm(ParseResult given, String value, HelmProfile profile) {
    if (!form.fits(value, profile)) {
      throw new ParameterException(
          given.commandSpec().commandLine(), "invalid argument \"" + value + "\" for " + flag);
    }
  }

  private boolean isOff(String value) {
    return form == Form.SWITCH
        && (value.startsWith("f") || value.startsWith("F") || value.equals("0"));
  }

  /** Of a release whose dependencies are not there: helm would fetch them. */
  public static RenderException withoutUpdate(ParseResult given, RenderException failure) {
    boolean update =
        !DEPENDENCY_UPDATE.isOff(given.matchedOptionValue(DEPENDENCY_UPDATE.flag, "false"))
            && failure instanceof MissingDependenciesException;
    return update
        ? new RenderException(failure.problems().getFirst().withKind(Problem.Kind.NOT_SUPPORTED))
        : failure;
  }

  private Optional<Problem> refusal(String value) {
    String reason = this == DRY_RUN && value.equals(SERVER) ? VALIDATE.refusal : refusal;
    if (reason.isEmpty() || isOff(value)) {
      return Optional.empty();
    }
    return Optional.of(
        Problem.notSupported("reading the command line", flag + " is not supported: " + reason)
            .withAdvice("Leave the flag out."));
  }

  /** The next word of the command line is no value of such a flag. */
  private static final class AttachedValue implements IParameterPreprocessor {
    @Override
    public boolean preprocess(
        Stack<String> words, CommandSpec spec, ArgSpec option, Map<String, Object> info) {
      if (!"=".equals(info.get("separator"))) {
        words.push(GIVEN);
      }
      return false;
    }
  }
}
