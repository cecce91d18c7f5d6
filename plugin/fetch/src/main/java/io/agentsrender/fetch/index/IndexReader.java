package io.agentsrender.fetch.index;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Reads an {@code index.yaml} as it streams by: indexes grow to tens of megabytes, of which a
 * render needs a few lines.
 */
final class IndexReader {
  private final String tried;
  private final Consumer<IndexedChart> charts;
  private boolean hasVersion;

  private IndexReader(String tried, Consumer<IndexedChart> charts) {
    this.tried = tried;
    this.charts = charts;
  }

  /**
   * Tells of every version of every chart, in the order of the index.
   *
   * @throws FetchException where it is no index
   */
  static void read(byte[] index, String tried, Consumer<IndexedChart> charts) {
    IndexReader reader = new IndexReader(tried, charts);
    try (JsonParser parser = parser(index)) {
      reader.document(parser);
    } catch (JsonProcessingException e) {
      throw reader.broken(where(e) + (isJson(index) ? "it is no JSON" : "it is no YAML"));
    } catch (IOException e) {
      throw reader.broken("it is not UTF-8");
    }
    if (!reader.hasVersion) {
      throw reader.broken("no API version specified");
    }
  }

  /** What the parser says quotes the index, and whatever stands in its place may be secret. */
  private static String where(JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    return location == null
        ? ""
        : "line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
  }

  private static boolean isJson(byte[] index) {
    return index.length > 0 && index[0] == '{';
  }

  /** Some repositories serve JSON, which reads faster as such. */
  private static JsonParser parser(byte[] index) throws IOException {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build();
    if (isJson(index)) {
      return JsonFactory.builder().streamReadConstraints(constraints).build().createParser(index);
    }
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    return YAMLFactory.builder()
        .loaderOptions(options)
        .streamReadConstraints(constraints)
        .build()
        .createParser(index);
  }

  private void document(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw broken("it is not a map");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      if (field.equals("apiVersion")) {
        hasVersion = !text(parser).isEmpty();
      } else if (field.equals("entries") && value == JsonToken.START_OBJECT) {
        entries(parser);
      } else {
        parser.skipChildren();
      }
    }
  }

  private void entries(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (parser.nextToken() == JsonToken.START_ARRAY) {
        for (JsonToken item = parser.nextToken();
            item != JsonToken.END_ARRAY && item != null;
            item = parser.nextToken()) {
          if (item == JsonToken.START_OBJECT) {
            chart(parser, name);
          } else {
            refuseAlias(parser);
            parser.skipChildren();
          }
        }
      } else {
        refuseAlias(parser);
        parser.skipChildren();
      }
    }
  }

  private void chart(JsonParser parser, String name) throws IOException {
    String version = "";
    String digest = "";
    List<String> urls = new ArrayList<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (field) {
        case "version" -> version = text(parser);
        case "digest" -> digest = text(parser);
        case "urls" -> {
          while (value == JsonToken.START_ARRAY && parser.nextToken() != JsonToken.END_ARRAY) {
            urls.add(text(parser));
          }
        }
        default -> parser.skipChildren();
      }
    }
    charts.accept(new IndexedChart(name, version, digest, urls));
  }

  private String text(JsonParser parser) throws IOException {
    refuseAlias(parser);
    String text = parser.currentToken().isScalarValue() ? parser.getText() : null;
    if (text == null || parser.currentToken() == JsonToken.VALUE_NULL) {
      parser.skipChildren();
      return "";
    }
    return text;
  }

  private void refuseAlias(JsonParser parser) {
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      throw broken("line " + parser.currentLocation().getLineNr() + " uses an alias (*name)");
    }
  }

  private FetchException broken(String reason) {
    return FetchException.of(
        Kind.MALFORMED,
        tried,
        "the repository's index.yaml cannot be read: " + reason,
        "Check that the URL is a chart repository's; if it is, tell whoever runs it.");
  }
}
