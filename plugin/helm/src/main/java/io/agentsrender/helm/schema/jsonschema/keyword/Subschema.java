package io.agentsrender.helm.schema.jsonschema.keyword;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A compiled schema. Schemas refer to each other in circles, so that one exists before its keywords
 * do; after the compiler is done with it, it no longer changes.
 */
public final class Subschema {
  private final String location;
  private final Map<String, Subschema> dynamicAnchors = new HashMap<>();
  private Subschema resource = this;
  private List<Keyword> keywords = List.of();
  private boolean recursiveAnchor;
  private boolean refusesAll;
  private Coverage coverage = Coverage.NONE;

  /**
   * What a schema looks at by its own keywords, and whether it asks for the rest.
   *
   * @param items how many of the first items it looks at
   */
  public record Coverage(
      boolean allMembers,
      boolean allItems,
      int items,
      boolean asksForMembers,
      boolean asksForItems) {
    public static final Coverage NONE = new Coverage(false, false, 0, false, false);
  }

  /**
   * @param location its URL with the pointer behind the hash sign
   */
  public Subschema(String location) {
    this.location = location;
  }

  /** The schema {@code false}. */
  public void refuseAll() {
    refusesAll = true;
  }

  public void demand(List<Keyword> keywords, Coverage coverage) {
    this.keywords = List.copyOf(keywords);
    this.coverage = coverage;
  }

  /** Says to which schema with a name of its own this one belongs. */
  public void belongTo(Subschema resource) {
    this.resource = resource;
  }

  public void putDynamicAnchor(String name, Subschema schema) {
    dynamicAnchors.put(name, schema);
  }

  public void setRecursiveAnchor() {
    recursiveAnchor = true;
  }

  public String location() {
    return location;
  }

  List<Keyword> keywords() {
    return keywords;
  }

  boolean refusesEverything() {
    return refusesAll;
  }

  Subschema resource() {
    return resource;
  }

  boolean isRecursiveAnchor() {
    return recursiveAnchor;
  }

  @Nullable Subschema dynamicAnchor(String name) {
    return dynamicAnchors.get(name);
  }

  boolean looksAtAllMembers() {
    return coverage.allMembers();
  }

  boolean looksAtAllItems() {
    return coverage.allItems();
  }

  int itemsLookedAt() {
    return coverage.items();
  }

  boolean asksForMembers() {
    return coverage.asksForMembers();
  }

  boolean asksForItems() {
    return coverage.asksForItems();
  }
}
