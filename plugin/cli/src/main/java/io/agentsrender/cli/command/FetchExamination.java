package io.agentsrender.cli.command;

import io.agentsrender.fetch.FetchSettings;
import io.agentsrender.fetch.cluster.ClusterApplications;
import io.agentsrender.fetch.credential.CredentialFile;
import io.agentsrender.server.doctor.Diagnosis;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether the files and folders that fetching is configured with are there. */
public final class FetchExamination {
  private static final String TRIED = "looking at what may be fetched";

  private final List<Diagnosis.Fact> facts = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private FetchExamination() {}

  /**
   * Examines; it changes nothing and opens no connection.
   *
   * @param folder against which relative paths are meant
   */
  public static Diagnosis of(Map<String, String> environment, Path folder) {
    FetchExamination examination = new FetchExamination();
    try {
      FetchSettings settings = FetchSettings.read(Map.of(), environment, folder);
      examination.settings(settings);
      if (settings.readsApplications()) {
        new ClusterApplications(environment, ClusterApplications.MOUNTED).prepare();
        examination.facts.add(new Diagnosis.Fact("reads", "Applications of this cluster"));
      }
    } catch (RenderException e) {
      examination.problems.addAll(e.problems());
    }
    return new Diagnosis(examination.facts, examination.problems);
  }

  private void settings(FetchSettings settings) {
    String hosts =
        settings.policy().hosts().stream().map(Object::toString).collect(Collectors.joining(", "));
    facts.add(new Diagnosis.Fact("fetches from", hosts.isEmpty() ? "nowhere" : hosts));
    settings.cacheFolder().ifPresent(this::cache);
    readable(settings.repositorySecrets(), "AGENTS_RENDER_REPOSITORIES");
    readable(settings.certificates(), "AGENTS_RENDER_CA_FILE");
    readable(settings.knownHosts(), "AGENTS_RENDER_SSH_KNOWN_HOSTS");
    settings.credentials().ifPresent(CredentialFile::read);
  }

  private void readable(Optional<Path> file, String variable) {
    file.filter(path -> !Files.isReadable(path))
        .ifPresent(path ->
            problems.add(
                Problem.error(TRIED, variable + " names what is not there, or may not be read")
                    .withPlace(Position.ofFile(path.toString()))
                    .withAdvice("Mount it there, readable for the sidecar's user.")));
  }

  private void cache(Path folder) {
    facts.add(new Diagnosis.Fact("cache", folder.toString()));
    Path there = folder;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there) || !Files.isWritable(there)) {
      problems.add(
          Problem.error(TRIED, "AGENTS_RENDER_CACHE names a folder that cannot be written to")
              .withPlace(Position.ofFile(folder.toString()))
              .withAdvice(
                  "Mount a volume there, or leave it out: then what is fetched is kept in"
                      + " memory."));
    }
  }
}
