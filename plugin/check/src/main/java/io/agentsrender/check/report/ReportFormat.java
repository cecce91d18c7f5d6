package io.agentsrender.check.report;

import io.agentsrender.check.CheckReport;

/** How findings are written. */
public enum ReportFormat {
  /** Blocks for people. */
  TEXT {
    @Override
    public String write(CheckReport report) {
      return TextReport.of(report);
    }
  },

  /** One JSON document. */
  JSON {
    @Override
    public String write(CheckReport report) {
      return JsonReport.of(report);
    }
  },

  /** A SARIF 2.1.0 log, for code scanning. */
  SARIF {
    @Override
    public String write(CheckReport report) {
      return SarifReport.of(report);
    }
  },

  /** Annotations of GitHub's workflow runner. */
  GITHUB {
    @Override
    public String write(CheckReport report) {
      return GithubReport.of(report);
    }
  };

  /** The whole report, with a line feed at its end. */
  public abstract String write(CheckReport report);
}
