package io.agentsrender.cli.output;

import io.agentsrender.gitops.inventory.Declaration;
import io.agentsrender.gitops.inventory.InventoryEntry;
import io.agentsrender.yaml.json.JsonWriter;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How an inventory is printed. */
public enum InventoryOutput {
  /** A line for each entry. */
  text {
    @Override
    public void write(List<InventoryEntry> entries, PrintStream out) {
      TextTable.print(rows(entries, ", "), out);
    }
  },

  /** One entry a line. */
  json {
    @Override
    public void write(List<InventoryEntry> entries, PrintStream out) {
      for (InventoryEntry entry : entries) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", entry.name());
        line.put("layer", entry.layer());
        line.put("tier", entry.tier());
        line.put("form", entry.form().title());
        entry.component().ifPresent(found -> line.put("component", declaration(found)));
        entry.helmfile().ifPresent(found -> line.put("helmfile", declaration(found)));
        out.print(JsonWriter.compact().write(line) + "\n");
      }
    }
  },

  /** A table for a page. */
  markdown {
    @Override
    public void write(List<InventoryEntry> entries, PrintStream out) {
      List<List<String>> rows = rows(entries, "<br>");
      print(rows.getFirst(), out);
      out.print("|" + "---|".repeat(rows.getFirst().size()) + "\n");
      rows.subList(1, rows.size()).forEach(row -> print(row, out));
    }

    private void print(List<String> row, PrintStream out) {
      List<String> cells =
          row.stream().map(cell -> cell.replace("|", "\\|").replace("<env>", "&lt;env>")).toList();
      out.print("| " + String.join(" | ", cells) + " |\n");
    }
  };

  public abstract void write(List<InventoryEntry> entries, PrintStream out);

  private static List<List<String>> rows(List<InventoryEntry> entries, String separator) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "LAYER",
            "TIER",
            "NAME",
            "FORM",
            "REPOSITORY",
            "CHART OR PATH",
            "VERSION",
            "VALUE FILES",
            "COMPONENT",
            "HELMFILE"));
    for (InventoryEntry entry : entries) {
      Declaration source = entry.source();
      rows.add(
          List.of(
              dash(entry.layer()),
              dash(entry.tier()),
              entry.name(),
              entry.form().title(),
              dash(source.repository()),
              dash(source.chart()),
              dash(source.version()),
              dash(String.join(separator, source.valueFiles())),
              place(entry.component()),
              place(entry.helmfile())));
    }
    return rows;
  }

  private static String place(Optional<Declaration> declaration) {
    return declaration.map(found -> found.at().file()).orElse("-");
  }

  private static String dash(String text) {
    return text.isEmpty() ? "-" : text;
  }

  private static Map<String, Object> declaration(Declaration declaration) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", declaration.at().file());
    json.put("repository", declaration.repository());
    json.put("chart", declaration.chart());
    json.put("version", declaration.version());
    json.put("valueFiles", declaration.valueFiles());
    return json;
  }
}
