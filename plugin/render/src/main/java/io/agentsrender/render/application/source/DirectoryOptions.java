package io.agentsrender.render.application.source;

import io.agentsrender.gitops.field.Fields;
import io.agentsrender.gitops.field.Findings;
import io.agentsrender.gitops.field.PlacedText;
import io.agentsrender.render.plan.FileSelection;
import io.agentsrender.source.Problem;
import io.agentsrender.yaml.MapNode;
import java.util.List;

/** The {@code directory} of a source. */
final class DirectoryOptions {
  private final Findings findings = new Findings("reading the directory options of an Application");
  private final Fields fields;

  DirectoryOptions(MapNode directory) {
    this.fields =
        Fields.of(directory, findings).note(List.of("recurse", "jsonnet", "include", "exclude"));
  }

  /**
   * The files of the folder that are manifests.
   *
   * @throws io.agentsrender.source.RenderException where something is wrong with the options
   */
  FileSelection selection(List<Problem> warnings) {
    fields
        .section("jsonnet")
        .filter(jsonnet -> !jsonnet.map().isEmpty())
        .ifPresent(jsonnet ->
            findings.error(
                jsonnet.map().position(),
                "Jsonnet is not supported",
                "Commit what it renders, and leave the options out."));
    FileSelection selection =
        new FileSelection(fields.isTrue("recurse"), text("include"), text("exclude"));
    findings.report(warnings);
    return selection;
  }

  private String text(String key) {
    return fields.optionalText(key).map(PlacedText::text).orElse("");
  }
}
