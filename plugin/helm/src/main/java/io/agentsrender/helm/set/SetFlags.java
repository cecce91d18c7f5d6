package io.agentsrender.helm.set;

import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.set.SetFlag.Kind;
import io.agentsrender.helm.values.ScalarValue;
import io.agentsrender.helm.values.Value;
import io.agentsrender.helm.values.ValueTable;
import io.agentsrender.helm.values.ValueTables;
import io.agentsrender.source.Content;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.json.JsonException;
import io.agentsrender.yaml.json.JsonReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Applies set flags to the values that files gave (cli/values/options.go, MergeValues). */
public final class SetFlags {
  private final HelmProfile profile;
  private final Function<String, Optional<Content>> files;

  /**
   * Applies flags as one release of Helm does.
   *
   * @param files finds what {@code --set-file} names
   */
  public SetFlags(HelmProfile profile, Function<String, Optional<Content>> files) {
    this.profile = profile;
    this.files = files;
  }

  /**
   * The values with those of the flags over them: kind by kind, and within a kind in the given
   * order. A value knows its flag as {@code --set:n}, the nth of its kind.
   *
   * @throws RenderException where a flag cannot be read
   */
  public ValueTable apply(ValueTable values, List<SetFlag> flags) {
    ValueTable result = values;
    for (Kind kind : Kind.values()) {
      int number = 0;
      for (SetFlag flag : flags) {
        if (flag.kind() == kind) {
          number++;
          result = apply(result, flag, new Position(kind.flag(), number, 0));
        }
      }
    }
    return result;
  }

  private ValueTable apply(ValueTable values, SetFlag flag, Position position) {
    FlagScalars scalars = new FlagScalars(position);
    if (flag.kind() == Kind.JSON && profile.isHelm4() && flag.text().strip().startsWith("{")) {
      return ValueTables.merge(values, wholeObject(flag, scalars));
    }
    try {
      new SetParser(new Characters(flag.text()), scalars, syntax(flag.kind(), scalars), profile)
          .parseInto(values);
      return values;
    } catch (SetSyntaxException e) {
      throw refused(flag, position, String.valueOf(e.getMessage()), e.kind());
    }
  }

  private ValueSyntax syntax(Kind kind, FlagScalars scalars) {
    return switch (kind) {
      case JSON -> new JsonSyntax(scalars);
      case TYPED -> new PlainSyntax(scalars, scalars::typed);
      case STRING -> new PlainSyntax(scalars, scalars::string);
      case FILE -> new PlainSyntax(scalars, path -> file(path, scalars));
      case LITERAL -> new LiteralSyntax(scalars);
    };
  }

  private ScalarValue file(String path, FlagScalars scalars) throws SetSyntaxException {
    Content content =
        files
            .apply(path)
            .orElseThrow(
                () -> new SetSyntaxException("open " + path + ": no such file or directory"));
    return scalars.bytes(content.byteString());
  }

  private static ValueTable wholeObject(SetFlag flag, FlagScalars scalars) {
    try {
      Object json = JsonReader.of(scalars.position().file()).read(flag.text().strip());
      @Nullable Value value = json instanceof Map<?, ?> ? scalars.ofJson(json) : null;
      return value instanceof ValueTable table ? table : new ValueTable();
    } catch (JsonException e) {
      throw refused(
          flag, scalars.position(), "JSON: " + e.goText(), e.problems().getFirst().kind());
    }
  }

  private static RenderException refused(
      SetFlag flag, Position position, String reason, Problem.Kind kind) {
    return new RenderException(
        Problem.error(
                "reading " + flag, "failed parsing " + flag.kind().flag() + " data: " + reason)
            .withKind(kind)
            .withPlace(position)
            .withAdvice("Write path=value; a comma or a dot that is part of a name needs a \\."));
  }
}
