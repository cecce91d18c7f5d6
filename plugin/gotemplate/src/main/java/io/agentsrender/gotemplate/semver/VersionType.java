package io.agentsrender.gotemplate.semver;

import static io.agentsrender.gotemplate.value.Signature.signature;

import io.agentsrender.gotemplate.value.GoInt;
import io.agentsrender.gotemplate.value.GoPointer;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.gotemplate.value.GoType;
import io.agentsrender.gotemplate.value.GoTypes;
import io.agentsrender.gotemplate.value.Kind;
import io.agentsrender.gotemplate.value.Signature;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What templates see of a version: the methods of {@code semver.Version} but those that read into
 * it.
 */
final class VersionType {
  private static final Signature TEXT = signature().returns(GoTypes.STRING);
  private static final Signature NUMBER = signature().returns(GoTypes.UINT64);
  private static final Signature BYTES = signature().returns(GoTypes.BYTES).orError();

  private static final GoType BEFORE_3_3 = methods().build();
  private static final GoType SINCE_3_3 = sinceThreeDotThree();

  private VersionType() {}

  static GoType of(SemverRules rules) {
    return rules == SemverRules.V3_2 ? BEFORE_3_3 : SINCE_3_3;
  }

  private static GoType sinceThreeDotThree() {
    GoType.Builder<Version> type = methods();
    comparison(type, "LessThanEqual", order -> order <= 0);
    comparison(type, "GreaterThanEqual", order -> order >= 0);
    return type.build();
  }

  private static GoType.Builder<Version> methods() {
    GoType.Builder<Version> type = GoType.struct("semver.Version", Version.class);
    text(type, "String", Version::toString);
    text(type, "Prerelease", Version::prerelease);
    text(type, "Metadata", Version::metadata);
    type.pointerMethod("Original", TEXT, (v, arguments) -> v.original());
    number(type, "Major", Version::major);
    number(type, "Minor", Version::minor);
    number(type, "Patch", Version::patch);
    next(type, "IncPatch", Version::nextPatch);
    next(type, "IncMinor", Version::nextMinor);
    next(type, "IncMajor", Version::nextMajor);
    Signature change = signature(GoTypes.STRING).returns(type.self()).orError();
    type.method("SetPrerelease", change, (v, arguments) -> v.withPrerelease(string(arguments)));
    type.method("SetMetadata", change, (v, arguments) -> v.withMetadata(string(arguments)));
    comparison(type, "LessThan", order -> order < 0);
    comparison(type, "GreaterThan", order -> order > 0);
    comparison(type, "Equal", order -> order == 0);
    type.pointerMethod(
        "Compare",
        signature(GoType.pointerTo(type.self())).returns(GoTypes.INT),
        (v, arguments) -> GoInt.of(Integer.signum(v.compareTo(version(arguments)))));
    type.method("MarshalJSON", BYTES, (v, arguments) -> GoSlice.ofByteString("\"" + v + "\""));
    type.method("MarshalText", BYTES, (v, arguments) -> GoSlice.ofByteString(v.toString()));
    return type;
  }

  private static void text(
      GoType.Builder<Version> type, String name, Function<Version, String> body) {
    type.method(name, TEXT, (v, arguments) -> body.apply(v));
  }

  private static void number(
      GoType.Builder<Version> type, String name, ToLongFunction<Version> body) {
    type.method(name, NUMBER, (v, arguments) -> GoInt.of(Kind.UINT64, body.applyAsLong(v)));
  }

  private static void next(
      GoType.Builder<Version> type, String name, Function<Version, Version> body) {
    type.method(name, signature().returns(type.self()), (v, arguments) -> body.apply(v));
  }

  private static void comparison(GoType.Builder<Version> type, String name, IntPredicate wanted) {
    type.pointerMethod(
        name,
        signature(GoType.pointerTo(type.self())).returns(GoTypes.BOOL),
        (v, arguments) -> wanted.test(v.compareTo(version(arguments))));
  }

  private static String string(@Nullable Object[] arguments) {
    return (String) Objects.requireNonNull(arguments[0]);
  }

  private static Version version(@Nullable Object[] arguments) {
    return (Version) ((GoPointer) Objects.requireNonNull(arguments[0])).target();
  }
}
