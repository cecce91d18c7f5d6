package io.agentsrender.cli.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.CommandRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One folder of a {@link Suite}: a command and what each version of the real tool answered.
 *
 * @param helm for kustomize: by its version, the helm that inflated charts
 * @param flags where the kustomization was edited first: flags of our render that say the same
 * @param filter a regular expression; where there is one, only the lines that match it were
 *     recorded, with their numbers
 * @param warns whether something may be said of a command that succeeds
 * @param reason for errors: the part of the tool's words that ours must carry; all, if empty
 * @param refuses where ours is stricter than the tool: why it refuses, in its own words
 * @param at for errors: the place below {@code input} that ours must name, empty for the folder
 *     itself
 * @param hides for errors: a text of the tool's that ours must not show
 */
record RecordedCase(
    Path folder,
    String tool,
    List<String> arguments,
    List<String> versions,
    Map<?, ?> helm,
    List<String> flags,
    Optional<Pattern> filter,
    boolean warns,
    Optional<String> reason,
    Optional<String> refuses,
    Optional<String> at,
    Optional<String> hides) {
  private static final Pattern KNOWN_FILES =
      Pattern.compile(
          "command\\.json|input|policies\\.yaml"
              + "|expected(\\.[0-9.]+)?\\.(yaml|txt)|expected_error(\\.[0-9.]+)?\\.txt");

  /** Lines of the tools' errors that say how to see more, or that frame the reason. */
  private static final Pattern NOT_THE_REASON =
      Pattern.compile("Use --debug flag.*|^Error: |^level=ERROR .*|^$");

  /**
   * Reads a case.
   *
   * @param suiteVersions per tool, the versions that answer unless the case says others
   */
  static RecordedCase read(Path folder, Map<String, List<String>> suiteVersions) {
    requireKnownFiles(folder);
    Map<?, ?> command = Suite.json(folder.resolve("command.json"));
    String tool = String.valueOf(command.get("tool"));
    Object versions = command.get("versions");
    return new RecordedCase(
        folder,
        tool,
        Suite.texts(Objects.requireNonNull(command.get("args"))),
        versions == null
            ? Objects.requireNonNull(suiteVersions.get(tool), tool)
            : Suite.texts(versions),
        command.get("helm") instanceof Map<?, ?> map ? map : Map.of(),
        command.get("flags") instanceof List<?> list ? Suite.texts(list) : List.of(),
        text(command, "filter").map(Pattern::compile),
        Boolean.TRUE.equals(command.get("warns")),
        text(command, "reason"),
        text(command, "refuses"),
        text(command, "at"),
        text(command, "hides"));
  }

  private static void requireKnownFiles(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .as(folder.toString())
          .allMatch(name -> KNOWN_FILES.matcher(name).matches());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> text(Map<?, ?> command, String key) {
    return Optional.ofNullable(command.get(key)).map(String::valueOf);
  }

  String name() {
    return folder.getFileName().toString();
  }

  /** The first word of the command. */
  String verb() {
    return arguments.getFirst();
  }

  /** What this version printed; empty where it refused. */
  Optional<String> output(String version) {
    for (String suffix : List.of("yaml", "txt")) {
      Optional<String> own = existing("expected." + version + "." + suffix);
      if (own.isPresent()) {
        return own;
      }
    }
    return existing("expected_error." + version + ".txt").isPresent()
        ? Optional.empty()
        : existing("expected.yaml").or(() -> existing("expected.txt"));
  }

  /** What this version said when it refused. */
  Optional<String> error(String version) {
    return existing("expected_error." + version + ".txt").or(() -> existing("expected_error.txt"));
  }

  private Optional<String> existing(String file) {
    Path path = folder.resolve(file);
    try {
      return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs our program and holds its answer against the recorded one. */
  void check(Path root, String version) {
    CommandRun run = CommandRun.in(root, ours(version).toArray(String[]::new));
    if (refuses.isPresent()) {
      assertThat(output(version)).isPresent();
      assertThat(run.code()).isNotZero();
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains(refuses.get());
      return;
    }
    output(version)
        .ifPresentOrElse(
            expected -> {
              // Of deprecated fields kustomize speaks on the side, and so do we.
              assertThat(run.err()).doesNotContain("error:");
              assertThat(tool.equals("kustomize") || warns ? "" : run.err()).isEmpty();
              assertThat(filtered(run.out())).isEqualTo(expected);
            },
            () -> {
              assertThat(run.code()).isNotZero();
              assertThat(run.out()).isEmpty();
              assertReason(run.err(), error(version).orElseThrow());
              at.ifPresent(place ->
                  assertThat(run.err())
                      .containsPattern(
                          "at:  \\S*" + Pattern.quote(inInput(place)) + "(?![0-9A-Za-z])"));
            });
  }

  private String inInput(String place) {
    return "/" + name() + "/input" + (place.isEmpty() ? "" : "/" + place);
  }

  /** Our command line for that of the real tool. */
  private List<String> ours(String version) {
    List<String> command = new ArrayList<>(arguments);
    if (tool.equals("kustomize")) {
      command.set(0, flags.isEmpty() ? "kustomize" : "render");
      command.addAll(flags);
      if (helm.get(version) instanceof String helmVersion) {
        command.add("--helm-version=" + helmVersion);
      }
    }
    command.add("--" + tool + "-version=" + version);
    return command;
  }

  /**
   * The reason the tool gives stays recognisable: each line of it is among ours, whatever the
   * indentation.
   */
  private void assertReason(String ours, String theirs) {
    reason.ifPresent(part -> assertThat(flat(theirs)).contains(part));
    hides.ifPresent(secret -> {
      assertThat(theirs).contains(secret);
      assertThat(ours).doesNotContain(secret);
    });
    for (String line : reason.orElse(theirs).split("\n")) {
      String part = NOT_THE_REASON.matcher(line).replaceAll("").strip();
      assertThat(flat(ours)).contains(flat(part));
    }
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private String filtered(String out) {
    if (filter.isEmpty()) {
      return out;
    }
    StringBuilder kept = new StringBuilder();
    String[] lines = out.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (filter.get().matcher(lines[i]).find()) {
        kept.append(i + 1).append(':').append(lines[i]).append('\n');
      }
    }
    return kept.toString();
  }
}
