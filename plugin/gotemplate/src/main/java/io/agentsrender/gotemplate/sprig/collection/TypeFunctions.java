package io.agentsrender.gotemplate.sprig.collection;

import static io.agentsrender.gotemplate.value.GoTypes.ANY;
import static io.agentsrender.gotemplate.value.GoTypes.BOOL;
import static io.agentsrender.gotemplate.value.GoTypes.STRING;
import static io.agentsrender.gotemplate.value.Signature.signature;

import io.agentsrender.gotemplate.fmt.GoFormat;
import io.agentsrender.gotemplate.sprig.table.FunctionTable;
import io.agentsrender.gotemplate.sprig.table.Values;
import io.agentsrender.gotemplate.value.Signature;

/** Functions about the types of values. */
public final class TypeFunctions {
  private static final Signature NAME = signature(ANY).returns(STRING);
  private static final Signature TEST = signature(STRING, ANY).returns(BOOL);

  private TypeFunctions() {}

  public static void addTo(FunctionTable table) {
    table.add("typeOf", NAME, args -> GoFormat.typeName(args.value(0)));
    table.add("kindOf", NAME, args -> Values.kind(args.value(0)));
    table.add("typeIs", TEST, args -> args.string(0).equals(GoFormat.typeName(args.value(1))));
    table.add(
        "typeIsLike",
        TEST,
        args -> {
          String type = GoFormat.typeName(args.value(1));
          return type.equals(args.string(0)) || type.equals("*" + args.string(0));
        });
    table.add("kindIs", TEST, args -> args.string(0).equals(Values.kind(args.value(1))));
    table.add(
        "deepEqual",
        signature(ANY, ANY).returns(BOOL),
        args -> DeepEquality.of(args.context().meter(), args.value(0), args.value(1)));
  }
}
