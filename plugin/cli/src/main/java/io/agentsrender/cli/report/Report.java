package io.agentsrender.cli.report;

import io.agentsrender.render.RenderResult;
import io.agentsrender.yaml.json.JsonWriter;
import java.io.PrintStream;
import java.util.List;

/** What {@code render --report} prints in place of the objects. */
public enum Report {
  /** Every image, who runs it and which values it comes from. */
  images {
    @Override
    List<Row> rows(RenderResult result) {
      return result.images().stream().map(ImageRows::row).toList();
    }
  },

  /** Every hook, and what Argo CD does with it. */
  hooks {
    @Override
    List<Row> rows(RenderResult result) {
      return result.hooks().stream().map(HookRows::row).toList();
    }
  };

  abstract List<Row> rows(RenderResult result);

  /** A block for each row. */
  public void writeText(RenderResult result, PrintStream out) {
    for (Row row : rows(result)) {
      out.print(row.name() + "\n");
      row.details().forEach(line -> out.print("  " + line + "\n"));
    }
  }

  /** A JSON object a line for each row. */
  public void writeJson(RenderResult result, PrintStream out) {
    rows(result).forEach(row -> out.print(JsonWriter.compact().write(row.fields()) + "\n"));
  }

  /** What each row is about, a line each. */
  public void writeNames(RenderResult result, PrintStream out) {
    rows(result).forEach(row -> out.print(row.name() + "\n"));
  }
}
