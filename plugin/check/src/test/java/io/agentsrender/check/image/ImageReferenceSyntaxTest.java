package io.agentsrender.check.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The library that reads references in a kubelet has the same verdicts: {@code
 * test-clusters/oracles/images}, written by {@code go run . < cases.txt > verdicts.tsv}.
 */
class ImageReferenceSyntaxTest {
  private static final Path VERDICTS =
      Path.of(System.getProperty("project.root", "../.."))
          .resolve("test-clusters/oracles/images/verdicts.tsv");

  @TestFactory
  Stream<DynamicTest> verdicts() throws IOException {
    List<String> lines = Files.readAllLines(VERDICTS);
    assertThat(lines).hasSize(98);
    return lines.stream()
        .map(line -> line.split("\t", -1))
        .map(cells ->
            DynamicTest.dynamicTest(
                cells[0],
                () ->
                    assertThat(ImageReferenceSyntax.fault(cells[0]).isEmpty())
                        .as(cells[1])
                        .isEqualTo(cells[1].equals("accepted"))));
  }
}
