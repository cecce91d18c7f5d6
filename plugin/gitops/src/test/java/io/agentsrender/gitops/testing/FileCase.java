package io.agentsrender.gitops.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.source.Content;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A file that a reader accepts or refuses. Comments at its top say what is found: {@code # error
 * line:column reason | advice}; the reason may be cut short, the advice left out.
 */
public record FileCase(String name, Content content, boolean accepted) {
  private static final String MARK = "# ";

  /** What reads the file. */
  public interface Reader {
    void read(Content content, String file, List<Problem> warnings);
  }

  /**
   * All cases of a folder among the test resources, which has {@code accepted} and {@code refused}.
   */
  public static List<FileCase> in(Class<?> test, String folder) {
    return Stream.of("accepted", "refused")
        .flatMap(verdict -> in(test, folder + verdict, verdict.equals("accepted")))
        .toList();
  }

  private static Stream<FileCase> in(Class<?> test, String folder, boolean accepted) {
    URL url = Objects.requireNonNull(test.getResource(folder), folder);
    try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
      return files
          .sorted()
          .map(file -> new FileCase(String.valueOf(file.getFileName()), content(file), accepted))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Content content(Path file) {
    try {
      return Content.ofOwned(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the file and holds what is found against its comments. */
  public void check(Reader reader) {
    List<Problem> found = new ArrayList<>();
    boolean read = true;
    try {
      reader.read(content, name, found);
    } catch (RenderException e) {
      read = false;
      found.addAll(e.problems());
    }
    assertThat(read).as("accepted, with %s", found).isEqualTo(accepted);
    List<String> expected =
        content
            .text()
            .lines()
            .takeWhile(line -> line.startsWith(MARK))
            .filter(line -> line.startsWith("# error ") || line.startsWith("# warning "))
            .map(line -> line.substring(MARK.length()))
            .toList();
    assertThat(found).extracting(Problem::toString).hasSize(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      String[] parts = expected.get(i).split(" \\| ", 2);
      Problem problem = found.get(i);
      Position place = problem.place().orElseThrow();
      assertThat(
              (problem.isError() ? "error " : "warning ")
                  + place.line()
                  + ":"
                  + place.column()
                  + " "
                  + problem.reason())
          .startsWith(parts[0]);
      if (parts.length == 2) {
        assertThat(problem.advice()).contains(parts[1]);
      }
    }
  }
}
