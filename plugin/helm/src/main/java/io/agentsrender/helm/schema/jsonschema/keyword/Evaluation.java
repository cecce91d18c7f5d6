package io.agentsrender.helm.schema.jsonschema.keyword;

import io.agentsrender.helm.schema.json.GoQuote;
import io.agentsrender.helm.schema.json.JsonPointer;
import io.agentsrender.source.budget.Meter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One schema being applied to one value. */
public final class Evaluation {
  /**
   * Tells for a schema document which metaschema holds at a place inside of it: an inner schema
   * with a name of its own may be of another draft.
   */
  public interface MetaschemaLookup {
    @Nullable Subschema metaschemaAt(String pointer);
  }

  private final Subschema schema;
  private final @Nullable Object value;
  private final Path path;
  private final Scope scope;
  private final Unevaluated unevaluated;
  private final Meter meter;
  private final @Nullable Metaschema metaschema;
  private final List<Failure> failures = new ArrayList<>();

  private record Metaschema(Subschema current, MetaschemaLookup lookup) {}

  private Evaluation(
      Subschema schema,
      @Nullable Object value,
      Path path,
      Scope scope,
      Unevaluated unevaluated,
      Meter meter,
      @Nullable Metaschema metaschema) {
    this.schema = schema;
    this.value = value;
    this.path = path;
    this.scope = scope;
    this.unevaluated = unevaluated;
    this.meter = meter;
    this.metaschema = metaschema;
  }

  /**
   * Applies a schema to a value.
   *
   * @return what is wrong, nothing where the value is as it should be
   */
  public static List<Failure> failures(Subschema schema, @Nullable Object value, Meter meter) {
    return failures(schema, value, meter, null);
  }

  /** Applies a metaschema to a schema. */
  public static List<Failure> failuresOfSchema(
      Subschema metaschema, @Nullable Object value, MetaschemaLookup lookup, Meter meter) {
    return failures(metaschema, value, meter, new Metaschema(metaschema, lookup));
  }

  private static List<Failure> failures(
      Subschema schema, @Nullable Object value, Meter meter, @Nullable Metaschema metaschema) {
    Evaluation root =
        new Evaluation(
            schema,
            value,
            Path.ROOT,
            Scope.of(schema),
            Unevaluated.of(value, schema, false),
            meter,
            metaschema);
    Failure failure = root.run();
    return failure == null ? List.of() : failure.members();
  }

  @Nullable Object value() {
    return value;
  }

  Unevaluated unevaluated() {
    return unevaluated;
  }

  Scope scope() {
    return scope;
  }

  void fail(String reason) {
    failures.add(new Failure(path.tokens(), reason));
  }

  void fail(String reason, List<Failure> causes) {
    failures.add(new Failure(path.tokens(), reason, false, causes));
  }

  /** Reports about something that has no place among the values, such as a member's name. */
  void failAtRoot(String reason, List<Failure> causes) {
    failures.add(new Failure(List.of(), reason, false, causes));
  }

  void add(@Nullable Failure failure) {
    if (failure != null) {
      failures.add(failure);
    }
  }

  /** Applies another schema to the same value; what it looks at counts as looked at here. */
  @Nullable Failure same(Subschema other) {
    return same(other, "");
  }

  /** Applies the target of a reference to the same value. */
  @Nullable Failure reference(Subschema target, String keyword) {
    Failure failure = same(target, keyword);
    return failure == null ? null : failure.throughReference(path.tokens());
  }

  private @Nullable Failure same(Subschema other, String keyword) {
    Unevaluated own = Unevaluated.of(value, other, !unevaluated.isEmpty());
    Scope inner = scope.inner(other, keyword, scope.value());
    Failure failure = enter(other, value, path, inner, own);
    if (failure == null) {
      unevaluated.keepOnly(own);
    }
    return failure;
  }

  /** Applies a schema to a part of the value. */
  @Nullable Failure part(Subschema other, @Nullable Object part, String token) {
    Scope inner = scope.inner(other, "", scope.value() + 1);
    return enter(other, part, path.inside(token), inner, Unevaluated.of(part, other, false));
  }

  /** Applies a schema to a member's name, which is a value of its own. */
  List<Failure> name(Subschema other, String name) {
    Metaschema inner = metaschema == null ? null : metaschemaFor(metaschema, other, path);
    return failures(
        inner == null ? other : inner.current(), name, meter, inner == null ? metaschema : inner);
  }

  private @Nullable Failure enter(
      Subschema other, @Nullable Object part, Path at, Scope inner, Unevaluated own) {
    Metaschema switched = metaschema == null ? null : metaschemaFor(metaschema, other, at);
    Subschema applied = switched == null ? other : switched.current();
    Metaschema holding = switched == null ? metaschema : switched;
    return new Evaluation(applied, part, at, inner, own, meter, holding).run();
  }

  private static @Nullable Metaschema metaschemaFor(Metaschema holding, Subschema other, Path at) {
    if (other != holding.current()) {
      return null;
    }
    Subschema found = holding.lookup().metaschemaAt(JsonPointer.of(at.tokens()));
    return found == null ? null : new Metaschema(found, holding.lookup());
  }

  private @Nullable Failure run() {
    meter.step();
    if (schema.refusesEverything()) {
      return new Failure(path.tokens(), "false schema");
    }
    Scope cycle = schema.keywords().isEmpty() ? null : scope.cycle();
    if (cycle != null) {
      return new Failure(
          path.tokens(),
          "both %s and %s resolve to %s causing reference cycle"
              .formatted(
                  scope.keywordLocation(),
                  cycle.keywordLocation(),
                  GoQuote.quote(schema.location())));
    }
    for (Keyword keyword : schema.keywords()) {
      if (!keyword.check(this)) {
        break;
      }
    }
    return switch (failures.size()) {
      case 0 -> null;
      case 1 -> failures.getFirst();
      default -> new Failure(path.tokens(), Failure.NO_REASON, true, failures);
    };
  }
}
