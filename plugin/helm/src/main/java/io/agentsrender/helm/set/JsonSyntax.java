package io.agentsrender.helm.set;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agentsrender.gotemplate.value.GoUnicode;
import io.agentsrender.yaml.json.JsonException;
import io.agentsrender.yaml.json.JsonReader;

/** Values of JSON, after which a comma may follow: {@code --set-json}. */
final class JsonSyntax implements ValueSyntax {
  private final FlagScalars scalars;

  JsonSyntax(FlagScalars scalars) {
    this.scalars = scalars;
  }

  @Override
  public Result read(Characters in) throws SetSyntaxException {
    if (endsValue(in)) {
      return new Result(scalars.ofNull(), false);
    }
    byte[] rest = in.rest().getBytes(UTF_8);
    try {
      JsonReader.Value json = JsonReader.of(scalars.position().file()).readFirst(rest);
      String text = new String(rest, 0, json.end(), UTF_8);
      in.skip(text.codePointCount(0, text.length()));
      endsValue(in);
      return new Result(scalars.ofJson(json.value()), false);
    } catch (JsonException e) {
      throw new SetSyntaxException(e.goText());
    }
  }

  /** Takes spaces and the comma behind them; true also at the end. */
  private static boolean endsValue(Characters in) {
    int next = in.read();
    while (next != Characters.END && next != ',' && GoUnicode.isSpace(next)) {
      next = in.read();
    }
    if (next == Characters.END || next == ',') {
      return true;
    }
    in.unread();
    return false;
  }
}
