package io.agentsrender.fetch;

/**
 * The settings, in one table: as flags of the command line, and as environment variables of every
 * front end. A flag counts before its variable.
 */
public enum FetchSetting {
  ALLOW_HOSTS(
      "--allow-host",
      "AGENTS_RENDER_ALLOW_HOSTS",
      Kind.LIST,
      "HOST",
      "none",
      "host from which charts, values and bases may be fetched: git.example.com,"
          + " registry.example.com:5000, *.example.com, or http://charts.example.com for plain"
          + " HTTP; nothing is fetched from others"),
  OFFLINE(
      "--offline",
      "AGENTS_RENDER_OFFLINE",
      Kind.SWITCH,
      "",
      "false",
      "open no connection: what is not in the cache is an error"),
  CACHE(
      "--cache",
      "AGENTS_RENDER_CACHE",
      Kind.TEXT,
      "FOLDER",
      "in memory",
      "keep what was fetched there, checked by digest and shared by all renders"),
  CACHE_SIZE(
      "--cache-size",
      "AGENTS_RENDER_CACHE_BYTES",
      Kind.BYTES,
      "BYTES",
      "2Gi",
      "how large the cache folder may become; what was not used for longest goes first"),
  CREDENTIALS(
      "--credentials",
      "AGENTS_RENDER_CREDENTIALS",
      Kind.TEXT,
      "FILE",
      "none",
      "YAML that says which files hold the credentials of which host"),
  REPOSITORIES(
      "--repositories",
      "AGENTS_RENDER_REPOSITORIES",
      Kind.TEXT,
      "FOLDER",
      "none",
      "folder below which Argo CD repository Secrets are mounted, each a folder of its own"),
  CALLER_CREDENTIALS(
      "",
      "AGENTS_RENDER_GIT_CREDENTIALS",
      Kind.TEXT,
      "",
      "repository",
      "what the git credentials that Argo CD hands over serve for: repository (the application's"
          + " own) or host (all of its host)"),
  CA_FILE(
      "--ca-file",
      "AGENTS_RENDER_CA_FILE",
      Kind.TEXT,
      "FILE",
      "the JDK's",
      "PEM file or folder of further certificate authorities"),
  KNOWN_HOSTS(
      "--ssh-known-hosts",
      "AGENTS_RENDER_SSH_KNOWN_HOSTS",
      Kind.TEXT,
      "FILE",
      "~/.ssh/known_hosts on the command line",
      "the ssh servers that are trusted"),
  TIMEOUT(
      "--fetch-timeout",
      "AGENTS_RENDER_FETCH_SECONDS",
      Kind.COUNT,
      "SECONDS",
      "60",
      "how long one fetch may take"),
  MAX_SIZE(
      "--max-fetch-size",
      "AGENTS_RENDER_MAX_FETCH_BYTES",
      Kind.BYTES,
      "BYTES",
      "an eighth of the heap, at most 256Mi",
      "how large one fetch may be"),
  INDEX_AGE(
      "--index-age",
      "AGENTS_RENDER_INDEX_SECONDS",
      Kind.COUNT,
      "SECONDS",
      "180",
      "how long the index of a chart repository is used without asking again"),
  READ_APPLICATIONS(
      "",
      "AGENTS_RENDER_READ_APPLICATIONS",
      Kind.SWITCH,
      "",
      "false",
      "read the Application in the cluster where a ref is used that is declared nowhere else, and"
          + " take it from the Application's own sources");

  /** What a value is. */
  public enum Kind {
    TEXT,
    /** A flag that may be repeated; a variable with commas or white space. */
    LIST,
    /** {@code true} or {@code false}; a flag alone is {@code true}. */
    SWITCH,
    /** A quantity as Kubernetes writes it. */
    BYTES,
    COUNT
  }

  private final String flag;
  private final String variable;
  private final Kind kind;
  private final String label;
  private final String defaultText;
  private final String meaning;

  FetchSetting(
      String flag, String variable, Kind kind, String label, String defaultText, String meaning) {
    this.flag = flag;
    this.variable = variable;
    this.kind = kind;
    this.label = label;
    this.defaultText = defaultText;
    this.meaning = meaning;
  }

  /** Empty for what makes sense in the sidecar only. */
  public String flag() {
    return flag;
  }

  public String variable() {
    return variable;
  }

  public Kind kind() {
    return kind;
  }

  /** What a flag's value is called. */
  public String label() {
    return label;
  }

  public String defaultText() {
    return defaultText;
  }

  public String meaning() {
    return meaning;
  }
}
