package io.agentsrender.helm.engine.object;

import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.gotemplate.value.GoType;
import io.agentsrender.gotemplate.value.GoTypes;
import io.agentsrender.gotemplate.value.Signature;
import io.agentsrender.helm.chart.ChartFile;
import io.agentsrender.helm.engine.function.DataText;
import io.agentsrender.helm.glob.FileGlob;
import io.agentsrender.source.cache.RecentlyUsed;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What templates see as {@code .Files}: a map from paths to bytes (engine/files.go). */
public final class FilesObject {
  private static final GoType TYPE = type();

  /** Charts have few globs, which cost more to compile than to match. */
  private static final RecentlyUsed<String, FileGlob> GLOBS = new RecentlyUsed<>(1 << 16);

  private static final int GLOB = 256;

  private FilesObject() {}

  /** The files of a chart, frozen to be shared by all its renders. */
  public static GoMap of(List<ChartFile> files) {
    GoMap map = new GoMap(TYPE);
    for (ChartFile file : files) {
      map.put(GoString.encode(file.name()), GoSlice.ofByteString(file.content().byteString()));
    }
    return map.freeze();
  }

  private static GoType type() {
    GoType.Builder<GoMap> builder =
        GoType.defined("engine.files", GoType.mapOf(GoTypes.STRING, GoTypes.BYTES), GoMap.class);
    GoType self = builder.self();
    Signature byName = Signature.signature(GoTypes.STRING);
    Signature text = Signature.signature().returns(GoTypes.STRING);
    return builder
        .method("GetBytes", byName.returns(GoTypes.BYTES), (files, a) -> bytes(files, text(a)))
        .method("Get", byName.returns(GoTypes.STRING), (files, a) -> content(files, text(a)))
        .method("Glob", byName.returns(self), (files, a) -> glob(files, text(a)))
        .method("Lines", byName.returns(GoTypes.STRINGS), (files, a) -> lines(files, text(a)))
        .method("AsConfig", text, (files, _) -> byBaseName(files, false))
        .method("AsSecrets", text, (files, _) -> byBaseName(files, true))
        .build();
  }

  private static String text(@Nullable Object[] arguments) {
    return String.valueOf(arguments[0]);
  }

  private static GoSlice bytes(GoMap files, String name) {
    return files.get(name) instanceof GoSlice bytes ? bytes : GoSlice.ofByteString("");
  }

  private static String content(GoMap files, String name) {
    return bytes(files, name).toByteString();
  }

  private static FileGlob glob(String pattern) {
    FileGlob known = GLOBS.get(pattern);
    if (known == null) {
      known = FileGlob.lenient(GoString.decode(pattern));
      GLOBS.put(pattern, known, GLOB + pattern.length());
    }
    return known;
  }

  private static GoMap glob(GoMap files, String pattern) {
    FileGlob glob = glob(pattern);
    GoMap found = new GoMap(files.type());
    for (Object name : files.sortedKeys()) {
      String path = GoString.decode((String) name);
      if (!glob.isSoundFor(path)) {
        throw GoError.notSupported(
            "the glob \""
                + pattern
                + "\", which the library that Helm uses does not match as documented");
      }
      if (glob.matches(path)) {
        found.put(name, files.get(name));
      }
    }
    return found;
  }

  private static GoSlice lines(GoMap files, String name) {
    if (!files.containsKey(name)) {
      return GoSlice.ofStrings(List.of());
    }
    String text = content(files, name);
    if (text.isEmpty()) {
      throw GoError.indexOutOfRange(-1, 0);
    }
    String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    return GoSlice.ofStrings(List.of(body.split("\n", -1)));
  }

  /** Of files with the same base name Helm takes a random one; here the last by path wins. */
  private static String byBaseName(GoMap files, boolean encoded) {
    GoMap contents = new GoMap(GoTypes.STRING_MAP);
    for (Object path : files.sortedKeys()) {
      String name = (String) path;
      String text = content(files, name);
      contents.put(
          name.substring(name.lastIndexOf('/') + 1),
          encoded ? GoString.ofBytes(Base64.getEncoder().encode(GoString.toBytes(text))) : text);
    }
    return DataText.toYaml(contents);
  }
}
