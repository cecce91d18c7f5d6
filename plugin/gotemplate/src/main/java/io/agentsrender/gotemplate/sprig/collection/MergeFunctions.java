package io.agentsrender.gotemplate.sprig.collection;

import static io.agentsrender.gotemplate.value.GoTypes.MAP;
import static io.agentsrender.gotemplate.value.Signature.signature;

import io.agentsrender.gotemplate.function.Arguments;
import io.agentsrender.gotemplate.sprig.table.FunctionTable;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.Signature;

/** Functions that merge maps into the first of them. */
public final class MergeFunctions {
  private static final Signature MAPS = signature(MAP, MAP).variadicLast();

  private MergeFunctions() {}

  public static void addTo(FunctionTable table, boolean mapsOverOthers) {
    add(table, "merge", "mustMerge", false, mapsOverOthers);
    add(table, "mergeOverwrite", "mustMergeOverwrite", true, mapsOverOthers);
  }

  private static void add(
      FunctionTable table, String name, String must, boolean overwrite, boolean mapsOverOthers) {
    table.add(
        name,
        MAPS,
        args -> {
          try {
            return merge(args, overwrite, mapsOverOthers);
          } catch (Merge.DifferentTypes e) {
            return "";
          }
        });
    table.add(must, MAPS.orError(), args -> merge(args, overwrite, mapsOverOthers));
  }

  private static GoMap merge(Arguments args, boolean overwrite, boolean mapsOverOthers) {
    GoMap target = args.map(0);
    for (int i = 1; i < args.size(); i++) {
      GoMap source = args.map(i);
      if (target.isNil() && !source.isNil()) {
        target = new GoMap(target.type());
      }
      new Merge(args.context().meter(), overwrite, mapsOverOthers).maps(target, source);
    }
    return target;
  }
}
