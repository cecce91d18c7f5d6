package io.agentsrender.yaml.read;

import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;

/** A stream is not the YAML that Go would read. */
public final class YamlException extends RenderException {
  private static final long serialVersionUID = 1L;

  private final String goText;

  YamlException(Problem problem, String goText) {
    super(problem);
    this.goText = goText;
  }

  /**
   * The error of the Go library, such as {@code yaml: line 2: did not find expected key}, for where
   * a tool passes it on as text. It may quote a value of the file.
   */
  public String goText() {
    return goText;
  }

  /** The same failure with another problem. */
  public YamlException describedBy(Problem problem) {
    return new YamlException(problem, goText);
  }
}
