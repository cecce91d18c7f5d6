package io.agentsrender.gotemplate.sprig.text;

import static io.agentsrender.gotemplate.value.GoTypes.BOOL;
import static io.agentsrender.gotemplate.value.GoTypes.STRING;
import static io.agentsrender.gotemplate.value.Signature.signature;

import io.agentsrender.gotemplate.sprig.table.FunctionTable;
import io.agentsrender.gotemplate.text.GoPath;
import java.util.function.UnaryOperator;

/** Functions over paths; those for paths of the system do the same, since that is a Unix. */
public final class PathFunctions {
  private PathFunctions() {}

  public static void addTo(FunctionTable table) {
    add(table, "base", "osBase", GoPath::base);
    add(table, "dir", "osDir", GoPath::dir);
    add(table, "clean", "osClean", GoPath::clean);
    add(table, "ext", "osExt", GoPath::ext);
    table.add("isAbs", signature(STRING).returns(BOOL), args -> GoPath.isAbs(args.string(0)));
    table.alias("osIsAbs", "isAbs");
  }

  private static void add(
      FunctionTable table, String name, String osName, UnaryOperator<String> body) {
    table.add(name, signature(STRING).returns(STRING), args -> body.apply(args.string(0)));
    table.alias(osName, name);
  }
}
