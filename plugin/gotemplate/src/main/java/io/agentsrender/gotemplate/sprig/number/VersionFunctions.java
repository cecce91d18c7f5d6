package io.agentsrender.gotemplate.sprig.number;

import static io.agentsrender.gotemplate.value.GoTypes.BOOL;
import static io.agentsrender.gotemplate.value.GoTypes.STRING;
import static io.agentsrender.gotemplate.value.Signature.signature;

import io.agentsrender.gotemplate.semver.Constraints;
import io.agentsrender.gotemplate.semver.SemverRules;
import io.agentsrender.gotemplate.semver.Version;
import io.agentsrender.gotemplate.sprig.table.FunctionTable;
import io.agentsrender.gotemplate.value.GoPointer;
import io.agentsrender.gotemplate.value.GoType;

/** Functions over semantic versions. */
public final class VersionFunctions {
  private VersionFunctions() {}

  public static void addTo(FunctionTable table, SemverRules rules) {
    table.add(
        "semver",
        signature(STRING).returns(GoType.pointerTo(Version.type(rules))).orError(),
        args -> new GoPointer(Version.parse(args.string(0), rules)));
    table.add(
        "semverCompare",
        signature(STRING, STRING).returns(BOOL).orError(),
        args -> {
          Constraints constraints = Constraints.parse(args.string(0), rules);
          return constraints.check(Version.parse(args.string(1), rules));
        });
  }
}
