package io.agentsrender.gotemplate.sprig;

import io.agentsrender.gotemplate.function.FunctionSet;
import io.agentsrender.gotemplate.sprig.collection.DefaultFunctions;
import io.agentsrender.gotemplate.sprig.collection.ListFilters;
import io.agentsrender.gotemplate.sprig.collection.ListFunctions;
import io.agentsrender.gotemplate.sprig.collection.MapFunctions;
import io.agentsrender.gotemplate.sprig.collection.MergeFunctions;
import io.agentsrender.gotemplate.sprig.collection.TypeFunctions;
import io.agentsrender.gotemplate.sprig.crypto.CertificateFunctions;
import io.agentsrender.gotemplate.sprig.crypto.CryptoFunctions;
import io.agentsrender.gotemplate.sprig.crypto.DigestFunctions;
import io.agentsrender.gotemplate.sprig.crypto.RandomFunctions;
import io.agentsrender.gotemplate.sprig.number.DecimalFunctions;
import io.agentsrender.gotemplate.sprig.number.NumberFunctions;
import io.agentsrender.gotemplate.sprig.number.SequenceFunctions;
import io.agentsrender.gotemplate.sprig.number.VersionFunctions;
import io.agentsrender.gotemplate.sprig.table.FunctionTable;
import io.agentsrender.gotemplate.sprig.text.CaseFunctions;
import io.agentsrender.gotemplate.sprig.text.EncodingFunctions;
import io.agentsrender.gotemplate.sprig.text.JsonFunctions;
import io.agentsrender.gotemplate.sprig.text.PathFunctions;
import io.agentsrender.gotemplate.sprig.text.RegexFunctions;
import io.agentsrender.gotemplate.sprig.text.StringFunctions;
import io.agentsrender.gotemplate.sprig.text.TextFunctions;
import io.agentsrender.gotemplate.sprig.text.UrlFunctions;
import io.agentsrender.gotemplate.sprig.time.DateFunctions;
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
