package io.agentsrender.gitops.helmfile;

import io.agentsrender.source.Position;
import java.util.List;

/**
 * A release that a Helmfile describes.
 *
 * @param layer the digits that its file's name starts with; empty without any
 * @param chart as it is written: {@code repository/name}, a folder, or a registry
 * @param repository the URL of the chart's repository; empty for a folder
 * @param version empty where none is pinned
 * @param valueFiles as they are written, in rising precedence; {@link #INLINE} stands for values
 *     that are written out
 * @param installed or switched off
 */
public record HelmfileRelease(
    String layer,
    String name,
    String namespace,
    String chart,
    String repository,
    String version,
    List<String> valueFiles,
    boolean installed,
    Position at) {
  public static final String INLINE = "(inline values)";

  public HelmfileRelease {
    valueFiles = List.copyOf(valueFiles);
  }
}
