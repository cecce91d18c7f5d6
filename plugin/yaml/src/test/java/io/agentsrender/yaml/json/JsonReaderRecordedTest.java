package io.agentsrender.yaml.json;

import io.agentsrender.yaml.json.JsonReader.Value;
import io.agentsrender.yaml.recorded.Answers;
import io.agentsrender.yaml.recorded.Answers.Line;
import io.agentsrender.yaml.recorded.Typed;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Reads what Go's encoding/json was asked to read; recorded by {@code go run . json}. */
final class JsonReaderRecordedTest {
  private static final int COUNT = 1209;

  @Test
  void readsAndRefusesAsGoDoes() {
    Answers answers = Answers.load(JsonReaderRecordedTest.class, "json.jsonl");
    for (Line line : answers.lines()) {
      byte[] in = line.input();
      JsonReader reader = JsonReader.of("in");
      answers.compare(
          line,
          "value",
          line.string("value") + line.string("error"),
          typed(() -> Typed.of(reader.read(in))));
      answers.compare(
          line,
          "numbers",
          line.string("numbers") + line.string("numbersError"),
          typed(() -> Typed.of(reader.keepingNumbers().readFirst(in).value())));
      String end = line.get("firstEnd") instanceof Double d ? "@" + d.intValue() : "";
      answers.compare(
          line,
          "first",
          line.string("first") + line.string("firstError") + end,
          typed(() -> {
            Value first = reader.readFirst(in);
            return Typed.of(first.value()) + "@" + first.end();
          }));
    }
    answers.check(COUNT);
  }

  private static String typed(Supplier<String> read) {
    try {
      return read.get();
    } catch (JsonException e) {
      return e.goText();
    }
  }
}
