package io.agentsrender.helm.set;

import io.agentsrender.helm.values.Value;
import io.agentsrender.helm.values.ValueList;
import java.util.ArrayList;
import java.util.List;

/**
 * Values that end at a comma, or lists in braces: {@code --set}, {@code --set-string} and {@code
 * --set-file}.
 */
final class PlainSyntax implements ValueSyntax {
  private final FlagScalars scalars;
  private final Meaning meaning;

  /** What a text between commas stands for. */
  interface Meaning {
    Value of(String text) throws SetSyntaxException;
  }

  PlainSyntax(FlagScalars scalars, Meaning meaning) {
    this.scalars = scalars;
    this.meaning = meaning;
  }

  @Override
  public Result read(Characters in) throws SetSyntaxException {
    int first = in.read();
    if (first == Characters.END) {
      return new Result(scalars.string(""), true);
    }
    if (first == '{') {
      return new Result(list(in), false);
    }
    in.unread();
    return new Result(meaning.of(in.until(",").text()), false);
  }

  private ValueList list(Characters in) throws SetSyntaxException {
    List<Value> elements = new ArrayList<>();
    Characters.Piece piece;
    do {
      piece = in.until(",}");
      if (piece.endsInput()) {
        throw new SetSyntaxException("list must terminate with '}'");
      }
      elements.add(meaning.of(piece.text()));
    } while (piece.stop() == ',');
    int next = in.read();
    if (next != ',' && next != Characters.END) {
      in.unread();
    }
    return new ValueList(elements);
  }
}
