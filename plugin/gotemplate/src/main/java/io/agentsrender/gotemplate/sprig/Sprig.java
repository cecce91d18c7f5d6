package io.agentsrender.gotemplate.sprig;

import io.agentsrender.gotemplate.function.FunctionSet;
import java.util.EnumMap;
import java.util.Map;

/** All functions of Sprig but {@code env} and {@code expandenv}, which Helm takes away. */
public final class Sprig {
  private static final Map<SprigVersion, FunctionSet> SETS = new EnumMap<>(SprigVersion.class);

  static {
    for (SprigVersion version : SprigVersion.values()) {
      SETS.put(version, create(version));
    }
  }

  private Sprig() {}

  /** The functions of a release of Sprig. */
  public static FunctionSet functions(SprigVersion version) {
    FunctionSet set = SETS.get(version);
    if (set == null) {
      throw new IllegalArgumentException("no functions of " + version);
    }
    return set;
  }

  private static FunctionSet create(SprigVersion version) {
    FunctionTable table = new FunctionTable();
    StringFunctions.addTo(table);
    CaseFunctions.addTo(table, version.capitals());
    TextFunctions.addTo(table);
    NumberFunctions.addTo(table);
    DecimalFunctions.addTo(table);
    SequenceFunctions.addTo(table);
    DefaultFunctions.addTo(table);
    TypeFunctions.addTo(table);
    ListFunctions.addTo(table);
    ListFilters.addTo(table);
    MapFunctions.addTo(table);
    MergeFunctions.addTo(table, version.mergesMapsOverOthers());
    DateFunctions.addTo(table);
    RegexFunctions.addTo(table);
    VersionFunctions.addTo(table, version.semver());
    EncodingFunctions.addTo(table);
    JsonFunctions.addTo(table);
    DigestFunctions.addTo(table, version.hasSha512());
    PathFunctions.addTo(table);
    UrlFunctions.addTo(table, version.url());
    RandomFunctions.addTo(table);
    CryptoFunctions.addTo(table);
    CertificateFunctions.addTo(table, version.keyIdentifierDigest());
    return table.build();
  }
}
