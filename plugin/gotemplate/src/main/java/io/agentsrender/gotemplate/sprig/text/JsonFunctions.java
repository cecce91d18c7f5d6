package io.agentsrender.gotemplate.sprig.text;

import static io.agentsrender.gotemplate.value.GoTypes.ANY;
import static io.agentsrender.gotemplate.value.GoTypes.STRING;
import static io.agentsrender.gotemplate.value.Signature.signature;

import io.agentsrender.gotemplate.function.Arguments;
import io.agentsrender.gotemplate.json.PlainValues;
import io.agentsrender.gotemplate.sprig.table.FunctionTable;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.gotemplate.value.Signature;
import io.agentsrender.yaml.json.JsonException;
import io.agentsrender.yaml.json.JsonReader;
import io.agentsrender.yaml.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** Functions that read and write JSON; where those without must fail, they answer nothing. */
public final class JsonFunctions {
  private static final Signature WRITE = signature(ANY).returns(STRING);

  private JsonFunctions() {}

  public static void addTo(FunctionTable table) {
    addWriter(table, "toJson", "mustToJson", JsonWriter.compact());
    addWriter(table, "toPrettyJson", "mustToPrettyJson", JsonWriter.compact().withIndent("  "));
    JsonWriter raw = JsonWriter.compact().withoutHtmlEscapes();
    table.add("toRawJson", WRITE, args -> write(args, raw));
    table.add("mustToRawJson", WRITE.orError(), args -> write(args, raw));
    table.add("fromJson", signature(STRING), JsonFunctions::readOrNothing);
    table.add("mustFromJson", signature(STRING).orError(), JsonFunctions::read);
  }

  private static void addWriter(FunctionTable table, String name, String must, JsonWriter writer) {
    table.add(
        name,
        WRITE,
        args -> {
          try {
            return write(args, writer);
          } catch (GoError e) {
            return answer(e, "");
          }
        });
    table.add(must, WRITE.orError(), args -> write(args, writer));
  }

  private static String write(Arguments args, JsonWriter writer) {
    return GoString.encode(writer.write(PlainValues.of(args.value(0))));
  }

  private static @Nullable Object read(Arguments args) {
    try {
      return PlainValues.toGo(JsonReader.of("").read(GoString.toBytes(args.string(0))));
    } catch (JsonException e) {
      throw new GoError(GoString.encode(e.goText()), e);
    }
  }

  private static @Nullable Object readOrNothing(Arguments args) {
    try {
      return read(args);
    } catch (GoError e) {
      return answer(e, null);
    }
  }

  /** Swallows what Sprig swallows. */
  private static @Nullable Object answer(GoError e, @Nullable Object silence) {
    if (e.isNotSupported()) {
      throw e;
    }
    return silence;
  }
}
