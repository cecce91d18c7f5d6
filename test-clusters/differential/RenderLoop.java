import static java.nio.charset.StandardCharsets.UTF_8;

import io.agentsrender.cli.console.Console;
import io.agentsrender.cli.Main;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * Answers command lines one after the other, so that thousands of renders need one JVM. A request is a line of
 * tab-separated fields: the file for the output, the file for the problems, and the arguments of agents-render. The
 * reply is a line with the exit code.
 */
final class RenderLoop {
  public static void main(String[] nothing) throws IOException {
    BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      System.out.println(answer(line.split("\t", -1)));
      System.out.flush();
    }
  }

  private static int answer(String[] request) throws IOException {
    try (PrintStream out = fileStream(request[0]);
        PrintStream err = fileStream(request[1])) {
      Console console = new Console(out, err, false, Map.of(), Path.of("").toAbsolutePath());
      return Main.run(console, Arrays.copyOfRange(request, 2, request.length));
    }
  }

  private static PrintStream fileStream(String file) throws IOException {
    return new PrintStream(new BufferedOutputStream(Files.newOutputStream(Path.of(file))), false, UTF_8);
  }
}
