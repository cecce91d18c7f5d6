package io.agentsrender.kustomize.resource;

/** What a generator does where the object exists already. */
public enum Behavior {
  UNSPECIFIED,
  CREATE,
  REPLACE,
  MERGE;

  /** Unknown words mean {@link #UNSPECIFIED}, which works as {@link #CREATE}. */
  public static Behavior parse(String text) {
    return switch (text) {
      case "create" -> CREATE;
      case "replace" -> REPLACE;
      case "merge" -> MERGE;
      default -> UNSPECIFIED;
    };
  }

  @Override
  public String toString() {
    return switch (this) {
      case UNSPECIFIED -> "unspecified";
      case CREATE -> "create";
      case REPLACE -> "replace";
      case MERGE -> "merge";
    };
  }
}
