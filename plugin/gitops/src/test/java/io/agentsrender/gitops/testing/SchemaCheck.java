package io.agentsrender.gitops.testing;

import io.agentsrender.gitops.schema.PublishedSchema;
import io.agentsrender.helm.profile.SchemaLibrary;
import io.agentsrender.helm.schema.SchemaReport;
import io.agentsrender.helm.schema.ValuesSchema;
import io.agentsrender.source.budget.Budget;
import io.agentsrender.yaml.Node;

/** Holds nodes against a published schema, with the validator that Helm's values go through. */
public final class SchemaCheck {
  private final ValuesSchema schema;

  public SchemaCheck(PublishedSchema published) {
    this.schema =
        ValuesSchema.compile(published.content(), SchemaLibrary.JSONSCHEMA, Budget.DEFAULT.meter());
  }

  /** What is wrong; empty where all is well. */
  public String faults(Node node) {
    SchemaReport report = schema.check(node, Budget.DEFAULT.meter());
    return report.text();
  }
}
