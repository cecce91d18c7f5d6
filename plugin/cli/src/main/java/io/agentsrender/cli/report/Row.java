package io.agentsrender.cli.report;

import java.util.List;
import java.util.Map;

/**
 * One row of a report.
 *
 * @param name what it is about
 * @param details for people, in lines
 * @param fields for machines; the keys are stable
 */
public record Row(String name, List<String> details, Map<String, Object> fields) {
  public Row {
    details = List.copyOf(details);
  }
}
