package io.agentsrender.kustomize.node;

/** The short tags of go-yaml. */
public final class Tag {
  public static final String NONE = "";
  public static final String NULL = "!!null";
  public static final String STRING = "!!str";
  public static final String BOOL = "!!bool";
  public static final String INT = "!!int";
  public static final String FLOAT = "!!float";
  public static final String MAP = "!!map";
  public static final String LIST = "!!seq";
  public static final String BINARY = "!!binary";
  public static final String TIMESTAMP = "!!timestamp";
  public static final String MERGE = "!!merge";

  private Tag() {}
}
