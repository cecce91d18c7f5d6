package io.agentsrender.kustomize.generate;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.kustomization.ConfigArgs;
import io.agentsrender.kustomize.kustomization.Entry;
import io.agentsrender.kustomize.load.Loader;
import io.agentsrender.kustomize.load.PathNames;
import io.agentsrender.source.Content;
import io.agentsrender.source.Position;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Reads the sources of generated data: environment files, literals, files (api/kv/kv.go). */
final class PairReader {
  /** What Go's bufio.Scanner takes as one line; kustomize drops that line and all after it. */
  private static final int MAX_LINE = 64 * 1024;

  private final Loader loader;
  private final List<Pair> pairs = new ArrayList<>();

  PairReader(Loader loader) {
    this.loader = loader;
  }

  List<Pair> read(ConfigArgs args) {
    each("env source files: ", args.envs(), this::addEnvironment);
    each("literal sources ", args.literals(), this::addLiteral);
    each("file sources: ", args.files(), this::addFile);
    return pairs;
  }

  private static void each(String what, List<Entry> sources, Consumer<String> work) {
    for (Entry source : sources) {
      try {
        work.accept(source.text());
      } catch (BuildFailure failure) {
        // Literals may be secret: the message names only the kind of source.
        String list = what.startsWith("literal") ? "" : sources.toString().replace(", ", " ");
        throw failure.at(source.position()).wrap((what + list).strip());
      }
    }
  }

  private void addLiteral(String literal) {
    int equals = literal.indexOf('=');
    if (equals <= 0) {
      throw BuildFailure.of("invalid literal source, expected key=value");
    }
    String value = withoutQuotes(literal.substring(equals + 1));
    pairs.add(new Pair(literal.substring(0, equals), Content.ofText(value)));
  }

  private static String withoutQuotes(String text) {
    int last = text.length() - 1;
    boolean quoted =
        last >= 1
            && text.charAt(0) == text.charAt(last)
            && (text.charAt(0) == '"' || text.charAt(0) == '\'');
    return quoted ? text.substring(1, last) : text;
  }

  private void addFile(String source) {
    int equals = source.indexOf('=');
    String key = equals < 0 ? PathNames.base(source) : source.substring(0, equals);
    String path = source.substring(equals + 1);
    if (equals >= 0) {
      if (path.indexOf('=') >= 0) {
        throw BuildFailure.of("source \"" + source + "\" key name or file path contains '='");
      }
      if (key.isEmpty()) {
        throw BuildFailure.of(
            "missing key name for file path \"" + path + "\" in source \"" + source + "\"");
      }
      if (path.isEmpty()) {
        throw BuildFailure.of(
            "missing file path for key name \"" + key + "\" in source \"" + source + "\"");
      }
    }
    pairs.add(new Pair(key, loader.load(path)));
  }

  private void addEnvironment(String path) {
    byte[] bytes = loader.load(path).toByteArray();
    int number = 0;
    for (int start = 0; start < bytes.length; number++) {
      int end = start;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      if (end - start >= MAX_LINE) {
        return;
      }
      int stop = end > start && bytes[end - 1] == '\r' ? end - 1 : end;
      byte[] line = Arrays.copyOfRange(bytes, start, stop);
      if (!Utf8.isValid(line)) {
        throw BuildFailure.of("line " + number + " has invalid utf8 bytes")
            .at(new Position(loader.pathOf(path), number + 1, 1));
      }
      addLine(new String(line, StandardCharsets.UTF_8), number == 0);
      start = end + 1;
    }
  }

  private void addLine(String line, boolean first) {
    String text = first && line.startsWith("\uFEFF") ? line.substring(1) : line;
    int start = 0;
    while (start < text.length() && isSpace(text.charAt(start))) {
      start++;
    }
    text = text.substring(start);
    if (text.isEmpty() || text.startsWith("#")) {
      return;
    }
    int equals = text.indexOf('=');
    String key = equals < 0 ? text : text.substring(0, equals);
    if (!key.isEmpty()) {
      String value = equals < 0 ? "" : text.substring(equals + 1);
      pairs.add(new Pair(key, Content.ofText(value)));
    }
  }

  /** unicode.IsSpace. */
  private static boolean isSpace(char c) {
    return c >= '\t' && c <= '\r' || c == 0x85 || Character.isSpaceChar(c);
  }
}
